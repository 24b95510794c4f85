import { extractArticle } from '../../../src/extraction/extract-article.ts';

/** A paragraph of prose. */
export const STORY =
  'The harbour was quiet, the boats were in, and nobody on the quay spoke of what had happened. '.repeat(3);
const PARAGRAPHS = `<p>${STORY}</p>`.repeat(4);

/** What is kept of an article that has this markup in the middle of its paragraphs. */
export async function readAmongParagraphs(middle: string): Promise<HTMLElement> {
  const html = `<!doctype html><title>A quiet harbour</title><body><main><h1>A quiet harbour</h1>${PARAGRAPHS}${middle}${PARAGRAPHS}</main></body>`;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const article = await extractArticle(page, { url: 'https://example.org/news/a-quiet-harbour' });
  return new DOMParser().parseFromString(article.html, 'text/html').body;
}
