// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { comparePage } from '../../../../src/extraction/completeness/compare-page.ts';
import { findShowAll } from '../../../../src/extraction/completeness/find-show-all.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

const TEXTS = [
  'Every Monday at a quarter to eight he climbs all ninety-one steps of our tower with an iron crank under his left arm, in any weather there is.',
  'It was made by one smith who had built nothing like it before, and who built nothing like it in his later years either, for all that he tried.',
];
const NEXT =
  'Elsewhere a ferry was late on Tuesday, and nobody aboard could say for certain whether this had happened before then or since that day.';

/** jsdom lays nothing out: everything has its line, 40 px below the one before it in the document. */
beforeEach(() => {
  Element.prototype.checkVisibility = () => true;
  Element.prototype.getBoundingClientRect = function (this: Element) {
    const top = [...document.body.querySelectorAll('*')].indexOf(this) * 40;
    return { width: 600, height: 30, top, bottom: top + 30 } as DOMRect;
  };
});

async function find(behind: string, around = (inner: string) => inner): Promise<string | null> {
  document.body.innerHTML = around(`<article>${TEXTS.map((text) => `<p>${text}</p>`).join('')}${behind}</article>`);
  const comparison = await comparePage(document, sampleArticle({ text: TEXTS.join('\n\n') }), () => Promise.resolve());
  if (!comparison?.isSame) throw new Error('not the same');
  return findShowAll(comparison)?.outerHTML ?? null;
}

test.each([
  ['<button>Continue reading</button>'],
  ['<button>Read the full story →</button>'],
  ['<a href="#">Show more…</a>'],
  ['<a href="javascript:void(0)">展开全文</a>'],
  ['<div style="cursor: pointer">展开剩余 80%</div>'],
  ['<div role="button">点击展开阅读全文</div>'],
  ['<button>展開</button>'],
  ['<button>続きを読む</button>'],
  ['<button>더 보기</button>'],
  ['<button>Weiterlesen</button>'],
  ['<button>متابعة القراءة</button>'],
])('the page’s own button is found: %s', async (button) => {
  expect(await find(button)).toBe(button);
});

test('of several boxes around a label the innermost is pressed', async () => {
  expect(await find('<div role="button"><div><button>Show all</button></div></div>')).toBe('<button>Show all</button>');
});

test('a button at the end of the last line is found too', async () => {
  const link = '<a href="#">Read more</a>';
  expect(await find('', (article) => article.replace(/<\/p><\/article>$/, ` … ${link}</p></article>`))).toBe(link);
});

test.each([
  ['a link to another page', '<a href="/rest.html">Continue reading</a>'],
  ['what sends a form that stands elsewhere', '<form id="f"></form><button form="f">Show more</button>'],
  ['a box around such a link', '<div style="cursor: pointer"><a href="/rest.html">Continue reading</a></div>'],
  ['words that ask for other texts', '<button>More stories</button>'],
  ['the list of comments', '<div class="comments"><button>Show more</button></div>'],
  ['what stands beside', '<aside><button>Show more</button></aside>'],
  ['words without a hand', '<p>Continue reading</p>'],
  ['another text between', `<section><p>${NEXT}</p></section><button>Show more</button>`],
  ['what is far below', `${'<br>'.repeat(12)}<button>Show more</button>`],
])('is not taken for it: %s', async (_what, behind) => {
  expect(await find(behind)).toBeNull();
});

test('a button above the end of the text is not taken', async () => {
  expect(await find('', (article) => `<button>Continue reading</button>${article}`)).toBeNull();
});

test('no button is found for a text that the page only clips, since it was read completely', async () => {
  const clipped = (article: string) => `<div id="clip" style="overflow-y: hidden">${article}</div>`;
  expect(await find('<button>展开全文</button>', clipped)).toBe('<button>展开全文</button>');
  Object.defineProperty(Element.prototype, 'scrollHeight', {
    configurable: true,
    get(this: Element) {
      return this.id === 'clip' ? 900 : 0;
    },
  });
  expect(await find('<button>展开全文</button>', clipped)).toBeNull();
});
