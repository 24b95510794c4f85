import { blockText } from '../../extraction/block-text.ts';
import { detectLanguage } from '../../extraction/metadata/detect-language.ts';
import { type Article, SHORTEST_TEXT } from '../../model/article.ts';
import { hashText } from '../../model/hash-text.ts';
import type { ImportedItem } from '../../model/imported-item.ts';
import { countWords, readingMinutes } from '../../model/text/count-words.ts';
import { textDirection } from '../../model/text/text-direction.ts';
import { sanitiseToHtml } from '../../sanitising/sanitise-article.ts';

/** A page of more text than the reader can lay out. */
const LONGEST_HTML = 16 * 1024 * 1024;

/** An article made of the text that another program kept, sanitised; null when there is hardly any. */
export async function articleOfImport(item: ImportedItem, content: Blob): Promise<Article | null> {
  if (content.size > LONGEST_HTML) return null;
  const { html, body } = sanitiseToHtml(await content.text());
  const text = blockText(body);
  if (text.length < SHORTEST_TEXT) return null;
  const { url, title, byline, publishedTime, excerpt } = item;
  // Most programs do not name the language, on which typefaces, voices and the direction of lines depend.
  const lang = item.lang ?? detectLanguage(text);
  return {
    ...{ url, title, byline, publishedTime, lang, excerpt },
    canonicalUrl: null,
    siteName: null,
    dir: directionOf(lang),
    leadImage: null,
    attribution: null,
    html,
    text,
    wordCount: countWords(text),
    readingMinutes: readingMinutes(text),
    contentHash: hashText(`${title}\n${text}`),
  };
}

/** A file may contain anything. If its language tag is none, the text is taken to run from left to right. */
function directionOf(lang: string | null): Article['dir'] {
  try {
    return lang === null ? 'ltr' : textDirection(lang);
  } catch {
    return 'ltr';
  }
}
