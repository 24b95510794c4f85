// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';
import type { PageContext } from '../../../../src/extraction/extraction-pass.ts';
import { partBoxedWords } from '../../../../src/extraction/page-passes/part-boxed-words.ts';

const STORY =
  'The ferry left before dawn, as it had every morning for thirty years, and nobody saw it come back. '.repeat(3);

/** jsdom lays nothing out: the attributes of an element say where it and its text are drawn; what has none is where the line is. */
function showPage(body: string): void {
  document.body.innerHTML = `<main>${`<p>${STORY}</p>`.repeat(4)}${body}</main>`;
  Object.assign(Element.prototype, { checkVisibility: () => true });
  Object.assign(Range.prototype, {
    getBoundingClientRect(this: Range) {
      const node = this.startContainer;
      const at = (node instanceof Element ? node : node.parentElement)?.getAttribute('data-at') ?? '0 0 0 0';
      const [left = 0, top = 0, right = 0, bottom = 0] = at.split(' ').map(Number);
      return { left, top, right, bottom };
    },
  });
}

afterEach(() => {
  Reflect.deleteProperty(Element.prototype, 'checkVisibility');
  Reflect.deleteProperty(Range.prototype, 'getBoundingClientRect');
});

const read = async () => (await extractArticle(document, { url: 'https://example.org/news/the-ferry' })).text;

/** A paragraph that is drawn from the place `at` on, below a first letter in a box of its own. */
const led = (style: string, at: string, letter = 'T') =>
  `<p data-at="${at}"><span style="display:block;${style}" data-at="0 0 20 40">${letter}</span>he ferry was late.</p>`;

const word = (text: string, at: string, display = 'block') =>
  `<span style="display:${display}" data-at="${at}">${text}</span>`;

test('words that only their boxes separate get a space between them', async () => {
  showPage(
    `<p>${word('Captain', '0 0 50 20')}${word('Mate', '70 0 100 20')}</p>
    <p>${word('Below', '0 20 50 40')}${word('deck', '0 40 50 60')}</p>
    <p dir="rtl">${word('Right', '70 0 100 20')}${word('left', '0 0 50 20')}</p>`,
  );
  expect(await read()).toMatch(/Captain Mate\nBelow deck\nRight left/);
});

test('adjacent boxes with letters stay one word, and text within a line is not changed', async () => {
  showPage(
    `<p>${word('Cap', '0 0 50 20')}${word('tain', '50 0 100 20')}</p>
    <p>${word('Har', '0 0 50 20', 'inline')}${word('bour', '0 20 50 40', 'inline')}</p>
    <p>${word('Quay', '0 0 50 20')}<!-- of the north -->${word('side', '50 0 90 20')}</p>`,
  );
  expect(await read()).toMatch(/Captain\nHarbour\nQuayside/);
});

test('a drop cap and what stands beside the text are not separated', async () => {
  showPage(
    `${led('float:left', '28 0 400 20')}${led('position:absolute', '28 0 400 20')}${led('', '28 0 400 20', 'C')}`,
  );
  expect(await read()).toMatch(/The ferry was late\.\nThe ferry was late\.\nC he ferry/);
});

test('words that are not drawn, and punctuation after a word, get no space', async () => {
  showPage(
    `<p>${word('Har', '0 0 0 0')}${word('bour', '0 0 0 0')}</p>
    <p data-at="70 0 80 20">${word('Captain', '0 0 50 20')}, retired</p>`,
  );
  expect(await read()).toMatch(/Harbour\nCaptain, retired/);
});

test('lines of code get no space', async () => {
  const line = (text: string, top: number) =>
    `<span class="line" style="display:block" data-at="0 ${top} 50 ${top + 20}">${text}</span>`;
  showPage(`<pre><code>${line('let ferry;', 0)}${line('let harbour;', 20)}</code></pre><p>${STORY}</p>`);
  expect(await read()).toContain('let ferry;\nlet harbour;');
});

test("a picture named like a DOM method, which shadows it in the page's world, does not break the pass", () => {
  showPage(`<p>${word('Captain', '0 0 50 20')}${word('Mate', '70 0 100 20')}</p>`);
  const clone = document.cloneNode(true) as Document;
  Object.defineProperty(document, 'createTreeWalker', { value: document.createElement('img'), configurable: true });
  try {
    partBoxedWords.run({ live: document, clone } as PageContext);
  } finally {
    Reflect.deleteProperty(document, 'createTreeWalker');
  }
  expect(clone.body.textContent).toContain('Captain Mate');
});

/** All that ASCII has to be seen, but what begins a tag or a reference. */
const SEEN = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter(
  (sign) => !/[<&]/.test(sign),
);

test('a word is separated from text that does not begin with punctuation', () => {
  showPage(SEEN.map((sign) => `<p>${word('Mate', '0 0 50 20')}${word(`${sign}x`, '70 0 100 20')}</p>`).join(''));
  const clone = document.cloneNode(true) as Document;
  partBoxedWords.run({ live: document, clone } as PageContext);
  const parted = SEEN.filter((sign) => clone.body.textContent.includes(`Mate ${sign}x`));
  expect(parted).toEqual(SEEN.filter((sign) => !/\p{P}/u.test(sign)));
});
