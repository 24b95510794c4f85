// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';

const TEXT =
  '<p>The harbour was quiet, the boats were in, and nobody on the quay spoke of what had happened.</p>'.repeat(6);

async function siteNameOf(declared: string): Promise<string | null> {
  const head = `<title>A quiet harbour</title><meta property="og:site_name" content="${declared}">`;
  const html = `<!doctype html><html lang="en"><head>${head}</head><body><article><h1>A quiet harbour</h1>${TEXT}</article></body></html>`;
  const page = new DOMParser().parseFromString(html, 'text/html');
  return (await extractArticle(page, { url: 'https://example.org/news/a-quiet-harbour' })).siteName;
}

test.each([
  ['The Gazette', 'The Gazette'],
  ['The Gazette |', 'The Gazette'],
  ['The Gazette -', 'The Gazette'],
  ['A quiet harbour | The Gazette', 'The Gazette'],
  ['A quiet harbour | Tides | The Gazette', 'Tides | The Gazette'],
  ['The Gazette - What happens now and why', 'The Gazette'],
  ['Tide-', 'Tide-'],
])('a site that calls itself %o is %o', async (declared, name) => {
  expect(await siteNameOf(declared)).toBe(name);
});
