import arabicCss from './arabic.css?inline';
import cjkCss from './cjk.css?inline';
import hidingCss from './hiding.css?inline';
import notesCss from './notes.css?inline';
import pageCss from './page.css?inline';
import picturesCss from './pictures.css?inline';
import printCss from './print.css?inline';
import textCss from './text.css?inline';
import typeChoicesCss from './type-choices.css?inline';
import wideBlocksCss from './wide-blocks.css?inline';

/** The sheets of the typeset article as one text, for a shadow root; the same as `article-styles.ts`, in the same order. */
export const ARTICLE_SHEET = [
  pageCss,
  textCss,
  picturesCss,
  wideBlocksCss,
  notesCss,
  cjkCss,
  typeChoicesCss,
  arabicCss,
  hidingCss,
  printCss,
].join('\n');
