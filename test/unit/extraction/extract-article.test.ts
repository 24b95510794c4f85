// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../src/extraction/extract-article.ts';

const SENTENCE = 'The harbour was quiet, the boats were in, and nobody on the quay spoke of what had happened. ';
const paragraphs = (count: number) => `<p>${SENTENCE.repeat(3)}</p>`.repeat(count);

function pageOf(body: string, head = '<title>A quiet harbour</title>'): Document {
  return new DOMParser().parseFromString(
    `<!doctype html><html><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
}

const read = (page: Document) => extractArticle(page, { url: 'https://example.org/news/a-quiet-harbour' });

test('reads the article and leaves the live document as it was', async () => {
  const page = pageOf(`<nav>Home</nav><article><h1>A quiet harbour</h1>${paragraphs(5)}</article>`);
  const before = page.documentElement.outerHTML;
  const article = await read(page);
  expect(article.text).toContain('The harbour was quiet');
  expect(article.text.split('\n').length).toBeGreaterThanOrEqual(5);
  expect(article.wordCount).toBeGreaterThan(200);
  expect(page.documentElement.outerHTML).toBe(before);
});

test('a page without text is empty', async () => {
  await expect(read(pageOf('<div></div>'))).rejects.toMatchObject({ code: 'empty' });
});

test.each(['parentNode', 'nextElementSibling', 'tagName', 'getAttribute', 'firstElementChild'])(
  'a form control named %s does not stop it',
  async (name) => {
    const page = pageOf(`<form><input name="${name}"><article>${paragraphs(5)}</article></form><img name="${name}">`);
    expect((await read(page)).text).toContain('The harbour was quiet');
  },
);

test('a long srcset without commas does not stop it', async () => {
  const srcset = 'x'.repeat(100_000);
  const page = pageOf(`<article>${paragraphs(5)}<img srcset="${srcset}" data-srcset="${srcset}"></article>`);
  const started = performance.now();
  await read(page);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('more elements than can be laid out are too large', async () => {
  await expect(read(pageOf('<i></i>'.repeat(50_001)))).rejects.toMatchObject({ code: 'too-large' });
}, 30_000);
