// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';

const turns = vi.hoisted(() => ({ nextTurn: vi.fn() }));
vi.mock('../../../src/model/slicer.ts', () => turns);

import { extractArticle } from '../../../src/extraction/extract-article.ts';

const sentence = (at: number) =>
  `<p>In <b>the</b> <i>year</i> <u>${at}</u> the ferry crossed the sound twice a day, and nobody on the island thought of a bridge.</p>`;
const pageOf = (title: string, text: string, head: string) =>
  new DOMParser().parseFromString(
    `<!doctype html><title>${title}</title>${head}<article><h1>${title}</h1>${text}</article>`,
    'text/html',
  );
/** Makes a page very long, by elements that take no time to read. */
const LONG_HEAD = '<meta>'.repeat(5_000);
const read = (head: string) => {
  const text = Array.from({ length: 40 }, (_, at) => sentence(at)).join('');
  return extractArticle(pageOf('The ferry', text, head), { url: 'https://news.example/ferry' });
};

test('a very long page is read in slices with the same result, and any other at once', async () => {
  turns.nextTurn.mockReturnValue(undefined);
  const atOnce = await read(LONG_HEAD);
  turns.nextTurn.mockClear().mockImplementation(() => new Promise((resolve) => setImmediate(resolve)));
  expect(await read('')).toMatchObject({ title: 'The ferry' });
  expect(turns.nextTurn).not.toHaveBeenCalled();
  expect(await read(LONG_HEAD)).toEqual(atOnce);
  expect(turns.nextTurn.mock.calls.length).toBeGreaterThan(15);
}, 180_000);

test('two simultaneous readings do not disturb each other, and a slice begins before each attempt of Readability', async () => {
  const readLittle = (name: string) => {
    const text = `<p>${name}: the ferry was seen from the quay in the rain, and nobody waved.</p>`;
    return extractArticle(pageOf(name, text, LONG_HEAD), { url: `https://news.example/${name}`, force: true });
  };
  turns.nextTurn.mockReset().mockImplementation(() => new Promise((resolve) => setImmediate(resolve)));
  const alone = [await readLittle('Dusk'), await readLittle('Dawn')];
  // With one attempt there are 18.
  expect(turns.nextTurn.mock.calls.length / 2).toBeGreaterThan(20);
  expect(await Promise.all([readLittle('Dusk'), readLittle('Dawn')])).toEqual(alone);
}, 180_000);
