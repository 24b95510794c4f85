// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { partLongBlocks } from '../../../../../src/ui/reader/article/part-long-blocks.ts';

function parted(html: string): HTMLElement {
  const box = document.createElement('div');
  box.innerHTML = html;
  partLongBlocks(box);
  return box;
}

const partsOf = (box: HTMLElement): string[] =>
  [...box.querySelectorAll('.part')].map(({ textContent }) => textContent ?? '');

test('blocks of ordinary length stay as they are', () => {
  const html = `<p>${'Some words. '.repeat(8000)}</p>`.repeat(3);
  expect(parted(html).innerHTML).toBe(html);
});

test('a very long block is split at ends of sentences, with all its text in order', () => {
  const text = 'The tide was told by brass. '.repeat(20_000);
  const box = parted(`<p>Before.</p><blockquote><p>${text}</p></blockquote>`);
  expect(box.querySelector('blockquote p')?.textContent).toBe(text);
  const parts = partsOf(box);
  expect(parts.length).toBeGreaterThan(50);
  expect(parts.slice(0, -1).filter((part) => !part.endsWith('. ') || part.length > 9000)).toEqual([]);
});

test('a block without spaces is split between any characters', () => {
  const text = '\u{1f30a}'.repeat(100_001);
  const parts = partsOf(parted(`<p>x${text}</p>`));
  expect(parts.join('')).toBe(`x${text}`);
  expect(parts.filter((part) => /^[\udc00-\udfff]/.test(part))).toEqual([]);
});

test('a Chinese block is split after the quotation mark that closes a sentence', () => {
  const parts = partsOf(parted(`<p>${'潮水在六点到来。」'.repeat(20_000)}</p>`));
  expect(
    parts
      .slice(0, -1)
      .map((part) => part.at(-1))
      .join(''),
  ).toBe('」'.repeat(parts.length - 1));
  expect(parts.length).toBeGreaterThan(10);
});

test('links and emphasis are not split, and a link around everything contains the parts', () => {
  const piece = `${'Words and more. '.repeat(100)}<a href="#n"><em>a note</em></a> `;
  const box = parted(
    `<p>${piece.repeat(100)}</p><p><a href="#all">${piece.replaceAll(/<.*?>/g, '').repeat(100)}</a></p>`,
  );
  expect(box.querySelectorAll('a[href="#n"] > em').length).toBe(100);
  expect(box.querySelectorAll('a[href="#all"]').length).toBe(1);
  expect(box.querySelectorAll('a[href="#all"] > .part').length).toBeGreaterThan(10);
});

test('long lists, tables of short blocks and code are not split', () => {
  const item = `<li>${'Some words. '.repeat(100)}</li>`;
  expect(partsOf(parted(`<ul>${item.repeat(200)}</ul><pre>${'x = 1\n'.repeat(40_000)}</pre>`))).toEqual([]);
});
