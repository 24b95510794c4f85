// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { parseReadingPosition } from '../../../../../src/model/reading-position.ts';
import {
  blockAt,
  distanceToPlace,
  listTextBlocks,
  readPlace,
  textBlockAround,
} from '../../../../../src/ui/reader/position/reading-place.ts';

const LINE = 100;

/** A body whose blocks are 100 px high each, standing one below the other and scrolled up by `scrolled`. */
function bodyOf(texts: string[], scrolled: number): HTMLElement {
  const body = document.createElement('div');
  const box = (top: number, height: number) => () => ({ top, bottom: top + height, height }) as DOMRect;
  body.getBoundingClientRect = box(-scrolled, texts.length * LINE);
  body.append(
    ...texts.map((text, index) => {
      const block = document.createElement('p');
      block.textContent = text;
      block.getBoundingClientRect = box(index * LINE - scrolled, LINE);
      return block;
    }),
  );
  return body;
}

const VIEW = { top: 0, bottom: 200 };

test('a body that is no longer laid out gives no position', () => {
  const gone = bodyOf(['one', 'two'], 0);
  gone.getBoundingClientRect = () => ({ top: 0, bottom: 0, height: 0 }) as DOMRect;
  expect(readPlace(gone, VIEW, 5)).toBeNull();
});

test('a position is the block at the top of the view and the share of it above', () => {
  const place = readPlace(bodyOf(['one', 'two', 'three', 'four'], 150), VIEW, 5);
  expect(place).toEqual({ block: 1, offset: 0.5, quote: 'two', progress: 0.875, at: 5 });
});

test('a position is found again, also after paragraphs were added before it', () => {
  const place = readPlace(bodyOf(['one', 'two', 'three', 'four'], 150), VIEW, 5);
  if (!place) throw new Error('no place');
  expect(distanceToPlace(bodyOf(['one', 'two', 'three'], 0), place, VIEW)).toBe(150);
  expect(distanceToPlace(bodyOf(['new', 'newer', 'one', 'two'], 0), place, VIEW)).toBe(350);
});

test('a position under a bar, which covers the top of the page, is found again under it', () => {
  const view = { top: 40, bottom: 240 };
  const place = readPlace(bodyOf(['one', 'two', 'three', 'four'], 150), view, 5);
  expect(place).toMatchObject({ block: 1, offset: 0.9, quote: 'two' });
  expect(place && distanceToPlace(bodyOf(['one', 'two', 'three', 'four'], 0), place, view)).toBe(150);
});

test('a block that ends at the top of the view has been read, and the next one is the position', () => {
  expect(readPlace(bodyOf(['one', 'two', 'three'], 100), VIEW, 5)).toMatchObject({ block: 1, offset: 0 });
});

test('a position below the end of the text can be stored, and is the end', () => {
  const place = readPlace(bodyOf(['one', 'two', 'three'], 280), VIEW, 5);
  expect(parseReadingPosition(place)).toMatchObject({ block: 2, progress: 1 });
});

test('a stored position in a long paragraph is found again after a paragraph was added before it', () => {
  const long = 'The ferry went twice a day, and nobody who lived there had ever asked for more than that.';
  const place = parseReadingPosition(readPlace(bodyOf(['one', long, 'three', 'four'], 150), VIEW, 5));
  expect(place && distanceToPlace(bodyOf(['new', 'one', long, 'three'], 0), place, VIEW)).toBe(250);
});

test('a position whose text is gone is found by its number, within the article', () => {
  const place = { block: 7, offset: 0, quote: 'gone', progress: 0.5, at: 0 };
  expect(distanceToPlace(bodyOf(['one', 'two'], 0), place, VIEW)).toBe(100);
});

test('the beginning is no position to scroll to, and an empty body has none', () => {
  const start = readPlace(bodyOf(['one'], 0), VIEW, 0);
  expect(start && distanceToPlace(bodyOf(['one'], 0), start, VIEW)).toBeNull();
  expect(readPlace(bodyOf([], 0), VIEW, 0)).toBeNull();
});

test('a block that contains blocks does not count itself', () => {
  const body = document.createElement('div');
  body.innerHTML = '<blockquote><p>a</p><p>b</p></blockquote><ul><li>c<ul><li>d</li></ul></li></ul>';
  expect(listTextBlocks(body).map(({ textContent }) => textContent)).toEqual(['a', 'b', 'd']);
});

test('boxes with text of their own are blocks, and empty boxes and boxes around others are not', () => {
  const body = document.createElement('div');
  body.innerHTML =
    '<article><h3>Ann</h3><div><div>a<br>b</div><div> </div><div><hr></div></div></article>' +
    '<ul><li>c<div>d</div></li></ul><blockquote><p>e</p><div>f</div></blockquote>' +
    '<div class="picture"><img alt=""></div>';
  const blocks = listTextBlocks(body);
  expect(blocks.map(({ textContent }) => textContent)).toEqual(['Ann', 'ab', 'cd', 'e', 'f', '']);
  expect(blocks.every((block) => textBlockAround(block.lastElementChild ?? block) === block)).toBe(true);
  expect(textBlockAround(body)).toBeUndefined();
});

test('the content of a block is read once, however many boxes are in it', () => {
  const body = document.createElement('div');
  body.innerHTML = `<ul><li>${'<div>a line</div>'.repeat(500)}</li></ul>`;
  const asked = vi.spyOn(HTMLLIElement.prototype, 'querySelector');
  expect(listTextBlocks(body)).toHaveLength(1);
  expect(asked).toHaveBeenCalledTimes(1);
  asked.mockRestore();
});

test('a position is in visible blocks, and its number counts hidden ones as well', () => {
  const hide = (body: HTMLElement, ...numbers: number[]) => {
    for (const number of numbers) {
      const block = body.children[number] as HTMLElement;
      block.dataset['hidden'] = '';
      block.getBoundingClientRect = () => ({ top: 0, bottom: 0, height: 0 }) as DOMRect;
    }
    return body;
  };
  const texts = ['one', 'two', 'three', 'four', 'five'];
  expect(readPlace(hide(bodyOf(texts, 0), 2), VIEW, 5)).toMatchObject({ block: 0, quote: 'one' });
  expect(readPlace(hide(bodyOf(texts, 350), 1, 2), VIEW, 5)).toMatchObject({ block: 3, quote: 'four' });
  const place = { block: 2, offset: 0, quote: 'three', progress: 0.5, at: 0 };
  expect(distanceToPlace(hide(bodyOf(texts, 0), 2), place, VIEW)).toBe(300);
});

test('a position at a picture is found again at the picture, not at its caption', () => {
  const caption = { block: 1, offset: 0, quote: 'The harbour', progress: 0.5, at: 0 };
  const body = bodyOf(['one', 'The harbour', 'three'], 0);
  const figure = document.createElement('figure');
  figure.getBoundingClientRect = () => ({ top: 40, bottom: 200, height: 160 }) as DOMRect;
  const block = body.children[1];
  block?.replaceWith(figure);
  if (block) figure.append(block);
  expect(distanceToPlace(body, caption, VIEW)).toBe(40);
  expect(distanceToPlace(body, { ...caption, offset: 0.5 }, VIEW)).toBe(150);
});

test('the positions of few of hundreds of blocks are queried', () => {
  const body = bodyOf(
    Array.from({ length: 400 }, (_, at) => `Block ${at}`),
    25_050,
  );
  const blocks = listTextBlocks(body);
  let asked = 0;
  for (const block of blocks) {
    const { getBoundingClientRect } = block;
    block.getBoundingClientRect = () => {
      asked += 1;
      return getBoundingClientRect();
    };
  }
  blocks[250]?.setAttribute('data-hidden', '');
  expect(blockAt(blocks, 0)?.textContent).toBe('Block 251');
  expect(blockAt(blocks, 1e6)?.textContent).toBe('Block 399');
  expect(asked).toBeLessThan(30);
});

test('the nearest of hundreds of equal blocks is found in one pass', () => {
  const texts = Array.from({ length: 400 }, (_, at) => (at > 90 && at < 110 ? 'other' : 'same'));
  const place = { block: 98, offset: 0.5, quote: 'same', progress: 0.5, at: 0 };
  const body = bodyOf(texts, 0);
  const index = vi.spyOn(Array.prototype, 'indexOf');
  const distance = distanceToPlace(body, place, VIEW);
  const counted = index.mock.contexts.filter((list) => Array.isArray(list) && list.length === texts.length).length;
  vi.restoreAllMocks();
  expect(distance).toBe(90 * LINE + LINE / 2);
  expect(counted).toBeLessThan(5);
});

/** Gives each block of a body the box that `boxOf` tells; without one it takes no room. */
function layOut(body: HTMLElement, boxOf: (block: HTMLElement) => { top: number; bottom: number } | null) {
  for (const block of body.querySelectorAll<HTMLElement>('*')) {
    const { top, bottom } = boxOf(block) ?? { top: 0, bottom: 0 };
    block.getBoundingClientRect = () => ({ top, bottom, height: bottom - top }) as DOMRect;
  }
}

test('hidden pictures and content of closed boxes are skipped', () => {
  const page = document.createElement('div');
  page.dataset['pictures'] = 'hidden';
  const shut = '<details><summary>More</summary><p>unseen</p><ul><li>unseen</li></ul></details>';
  const drawn = Array.from({ length: 20 }, (_, at) => `<p>${at}</p><p class="picture"><img alt=""></p>`).join('');
  page.innerHTML = `<div>${drawn}${shut.repeat(20)}<p>end</p></div>`;
  const body = page.firstElementChild as HTMLElement;
  const unseen = '.picture, details > :not(summary)';
  const seen = [...body.querySelectorAll<HTMLElement>('p, summary')].filter((block) => !block.closest(unseen));
  layOut(body, (block) => {
    const at = seen.indexOf(block);
    // In a shut box browsers tell of boxes that reach over what follows.
    if (at < 0) return block.closest('details') ? { top: 2500, bottom: 1e6 } : null;
    return { top: at * LINE, bottom: (at + 1) * LINE };
  });
  for (const [at, block] of seen.entries()) expect(blockAt(listTextBlocks(body), at * LINE + 10)).toBe(block);
  const place = { block: 3, offset: 0, quote: '', progress: 0.5, at: 0 };
  expect(distanceToPlace(body, place, VIEW)).toBe(2 * LINE);
});

test('a tall cell is the position until its own end, though its neighbours end before', () => {
  const body = document.createElement('div');
  const cells = (row: number) =>
    `<td>${[0, 1, 2, 3].map((at) => `<p>${row}.${at}</p>`).join('')}</td><td><p>${row}</p></td>`;
  body.innerHTML = `<table>${[0, 1, 2, 3, 4].map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
  layOut(body, (block) => {
    if (block.matches('tr')) {
      const row = [...body.querySelectorAll('tr')].indexOf(block as HTMLTableRowElement);
      return { top: row * 4 * LINE, bottom: (row + 1) * 4 * LINE };
    }
    const [row = 0, at = 0] = (block.textContent ?? '').split('.').map(Number);
    return { top: (row * 4 + at) * LINE, bottom: (row * 4 + at + 1) * LINE };
  });
  for (const text of ['0.0', '0.3', '1.1', '2.3', '4.2']) {
    const [row = 0, at = 0] = text.split('.').map(Number);
    expect(blockAt(listTextBlocks(body), (row * 4 + at) * LINE + 10)?.textContent).toBe(text);
  }
});
