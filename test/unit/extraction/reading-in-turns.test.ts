// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';

const turns = vi.hoisted(() => ({ nextTurn: vi.fn() }));
vi.mock('../../../src/model/slicer.ts', () => turns);

import { extractArticle } from '../../../src/extraction/extract-article.ts';

const sentence = (at: number) =>
  `<p>In <b>the</b> <i>year</i> <u>${at}</u> the ferry crossed the sound twice a day, and nobody on the island thought of a bridge.</p>`;
const pageOf = (paragraphs: number) => {
  const body = `<article><h1>The ferry</h1>${Array.from({ length: paragraphs }, (_, at) => sentence(at)).join('')}</article>`;
  return new DOMParser().parseFromString(`<!doctype html><title>The ferry</title>${body}`, 'text/html');
};
const read = (paragraphs: number) => extractArticle(pageOf(paragraphs), { url: 'https://news.example/ferry' });

test('a very long page is read in turns, and gives the same article; any other is read at once', async () => {
  turns.nextTurn.mockReturnValue(undefined);
  const atOnce = await read(1_300);
  turns.nextTurn.mockClear().mockImplementation(() => new Promise((resolve) => setImmediate(resolve)));
  expect(await read(40)).toMatchObject({ title: 'The ferry' });
  expect(turns.nextTurn).not.toHaveBeenCalled();
  expect(await read(1_300)).toEqual(atOnce);
  expect(turns.nextTurn.mock.calls.length).toBeGreaterThan(15);
}, 180_000);

test('two readings at once do not disturb each other, and a turn begins before each attempt of Readability', async () => {
  const pageWithLittleText = (name: string) => {
    const text = `<p>${name}: the ferry was seen from the quay in the rain, and nobody waved.</p>`;
    // In groups, since jsdom takes longer to find an element's neighbours the more there are.
    const nothing = `<span>${'<i></i>'.repeat(50)}</span>`.repeat(100);
    const body = `<article><h1>${name}</h1>${text}${nothing}</article>`;
    return new DOMParser().parseFromString(`<!doctype html><title>${name}</title>${body}`, 'text/html');
  };
  const readLittle = (name: string) =>
    extractArticle(pageWithLittleText(name), { url: `https://news.example/${name}`, force: true });
  turns.nextTurn.mockReset().mockImplementation(() => new Promise((resolve) => setImmediate(resolve)));
  const alone = [await readLittle('Dusk'), await readLittle('Dawn')];
  // With one attempt there are 18.
  expect(turns.nextTurn.mock.calls.length / 2).toBeGreaterThan(20);
  expect(await Promise.all([readLittle('Dusk'), readLittle('Dawn')])).toEqual(alone);
}, 180_000);
