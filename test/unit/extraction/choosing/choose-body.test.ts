// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';
import { ODD_ARTICLES, prose } from '../../../browser/odd-articles.ts';

const paragraph = (n: number) =>
  `<p>On the ${n}th day the ferry lay in the roads with a list to port, and the harbour master wrote down what he saw of it, hour by hour.</p>`;
const STORY = [1, 2, 3, 4, 5, 6].map(paragraph).join('');

async function read(body: string): Promise<string> {
  const page = new DOMParser().parseFromString(`<!doctype html><title>The ferry</title>${body}`, 'text/html');
  return (await extractArticle(page, { url: 'https://harbour.example/ferry' })).text;
}

test('what a text says again is kept', async () => {
  const text = await read(`<main><h2>North</h2>${STORY}<h2>South</h2>${paragraph(3)}${paragraph(7)}</main>`);
  expect(text.match(/On the 3th day/g)).toHaveLength(2);
});

test('a list between two paragraphs is kept', async () => {
  const list = '<ul><li>FERRY_ID</li><li>FERRY_LIST</li><li>FERRY_PORT</li></ul>';
  expect(await read(`<main>${STORY}${list}${STORY.replaceAll('ferry', 'pilot')}</main>`)).toContain('FERRY_LIST');
});

test('a small table between two paragraphs is kept', async () => {
  const table = '<table><tr><td>FERRY_ID</td></tr><tr><td>FERRY_LIST</td></tr></table>';
  expect(await read(`<main>${STORY}${table}${STORY.replaceAll('ferry', 'pilot')}</main>`)).toContain('FERRY_LIST');
});

test('of hundreds of paragraphs in one box none is left out', async () => {
  const long = ODD_ARTICLES['no headings']?.() ?? '';
  const all = `<h1>The ferry</h1><p>${prose(300, 900_000)}</p>${long}<p>${prose(300, 910_000)}</p>`;
  const text = await read(
    `<nav><a href="/">Home</a></nav><main><article>${all}</article></main><footer>Imprint</footer>`,
  );
  const wanted = all.match(/(?<=<p>)[^<]+/g) ?? [];
  expect(wanted).toHaveLength(302);
  expect(wanted.filter((paragraph) => !text.includes(paragraph))).toEqual([]);
});

test('a space or the end of a line that stands in an element of its own still parts two words', async () => {
  const parted = '<p>The pilot<span>\u00a0</span><a href="/k">Keller</a> went aboard<span><br></span><b>alone</b>.</p>';
  const text = await read(`<main>${STORY}${parted}${STORY.replaceAll('ferry', 'pilot')}</main>`);
  expect(text).toMatch(/The pilot\sKeller went aboard\nalone\./);
});

test('the refrain of a song is kept wherever it stands', async () => {
  const verse = (n: number) =>
    `<p>Verse ${n}: on the quay the lamps went out one after the other, and nobody came.</p>`;
  const refrain = '<p>Oh, the ferry lies in the roads tonight, and all her lights are burning low.</p>'.repeat(3);
  const text = await read(`<main>${[1, 2, 3, 4].map((n) => verse(n) + refrain).join('')}</main>`);
  expect(text.match(/Oh, the ferry/g)).toHaveLength(12);
});
