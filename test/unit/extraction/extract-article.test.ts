// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../src/extraction/extract-article.ts';
import { findExcess, listParagraphs } from '../../../src/extraction/find-excess.ts';
import { processorTime } from '../processor-time.ts';

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

test('a page without text is refused as empty', async () => {
  await expect(read(pageOf('<div></div>'))).rejects.toMatchObject({ code: 'empty' });
});

test.each(['parentNode', 'nextElementSibling', 'tagName', 'getAttribute', 'firstElementChild'])(
  'a form control named %s does not stop it',
  async (name) => {
    const page = pageOf(`<form><input name="${name}"><article>${paragraphs(5)}</article></form><img name="${name}">`);
    expect((await read(page)).text).toContain('The harbour was quiet');
  },
);

test.each(['img', 'embed', 'iframe', 'form', 'object'])(
  'names of %s that shadow methods of the document or of a form do not stop it',
  async (tag) => {
    const names = [
      'querySelectorAll',
      'createElement',
      'getElementById',
      'body',
      'head',
      'title',
      'parentNode',
      'children',
    ];
    const named = names.map((name) => `<${tag} name="${name}" id="${name}"></${tag}>`).join('');
    const article = `<article>${paragraphs(5)}</article>`;
    const page = pageOf(tag === 'form' ? `${named}${article}` : `${named}<form>${named}${article}</form>`);
    expect((await read(page)).text).toContain('The harbour was quiet');
  },
);

test('a long srcset without commas does not stop it', async () => {
  const srcset = 'x'.repeat(100_000);
  const page = pageOf(`<article>${paragraphs(5)}<img srcset="${srcset}" data-srcset="${srcset}"></article>`);
  const started = processorTime();
  await read(page);
  expect(processorTime() - started).toBeLessThan(2_000);
});

test('a page with too many elements to lay out is refused as too large, and its text alone can be read', async () => {
  const page = pageOf(
    `${'<i></i>'.repeat(30_001)}<p>${SENTENCE}</p><script>no text</script><p>&lt;b&gt; ${SENTENCE}</p>`,
  );
  await expect(read(page)).rejects.toMatchObject({ code: 'too-large' });
  const article = await extractArticle(page, { url: 'https://example.org/news/a-quiet-harbour', force: true });
  expect(article.title).toBe('A quiet harbour');
  expect(article.text.split('\n')).toEqual([SENTENCE.trim(), `<b> ${SENTENCE.trim()}`]);
  expect(article.html).toBe(`<p>${SENTENCE.trim()}</p><p>&lt;b&gt; ${SENTENCE.trim()}</p>`);
});

test('much text in many nested boxes is refused as too large, and the same text in few boxes is not', async () => {
  // Without spaces: jsdom takes in each word by itself, and tells all boxes around it.
  const text = `<p>${'x'.repeat(46_500)}</p>`.repeat(10);
  expect(findExcess(pageOf(text))).toBeNull();
  expect(findExcess(pageOf(`${'<div>'.repeat(480)}${text}`))).toMatch(/nested/);
});

test('the text of a huge page is limited to the paragraphs that can be laid out, and says where it is cut', () => {
  const { html, text } = listParagraphs(pageOf(`<p>${SENTENCE.repeat(3)}</p>`.repeat(8_000)));
  expect(html.split('<p>').length).toBeLessThan(6_002);
  expect(text.length).toBeGreaterThan(1_999_000);
  expect(text.endsWith('…')).toBe(true);
});
