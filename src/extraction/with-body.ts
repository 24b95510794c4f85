import type { Article } from '../model/article.ts';
import { hashText } from '../model/hash-text.ts';
import { countWords, readingMinutes } from '../model/text/count-words.ts';
import { blockText } from './block-text.ts';

/** The article with another body, and what is counted of it. */
export function withBody(article: Article, body: Element): Article {
  const text = blockText(body);
  return {
    ...article,
    html: body.innerHTML,
    text,
    wordCount: countWords(text),
    readingMinutes: readingMinutes(text),
    contentHash: hashText(`${article.title}\n${text}`),
  };
}
