// Raw, because the build of injected scripts lowers styles for browsers of long ago, whatever its settings say.
import cjkCss from './cjk.css?raw';
import notesCss from './notes.css?raw';
import pageCss from './page.css?raw';
import picturesCss from './pictures.css?raw';
import printCss from './print.css?raw';
import textCss from './text.css?raw';
import wideBlocksCss from './wide-blocks.css?raw';

/** The sheets of the typeset article as one text, for a shadow root; the same as `article-styles.ts`, in the same order. */
export const ARTICLE_SHEET = [pageCss, textCss, picturesCss, wideBlocksCss, notesCss, cjkCss, printCss].join('\n');
