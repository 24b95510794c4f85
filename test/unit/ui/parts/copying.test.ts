// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { sanitiseArticle } from '../../../../src/sanitising/sanitise-article.ts';
import { COPYING } from '../../../../src/ui/parts/copying.ts';
import { framePicture } from '../../../../src/ui/reader/article/frame-picture.ts';
import { type PictureFrames, placePictures } from '../../../../src/ui/reader/article/place-pictures.ts';
import { prepareBody } from '../../../../src/ui/reader/article/prepare-body.ts';
import { asPage } from '../../exporting/read-markdown.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

const KEPT = 'https://a.example/kept.jpg';
const GONE = 'https://a.example/gone.jpg';
const FRAMES: PictureFrames = {
  look: (url) => (url === KEPT ? ({ url, state: 'kept', address: 'blob:recto/1' } as never) : undefined),
  fallback: 'Picture',
  notKept: 'Not kept',
  waiting: 'Waiting',
  keepIt: 'Keep it',
  onKeep: () => undefined,
};
const PICTURES = `<p><img src="${KEPT}" alt="Kept"></p><figure><img src="${GONE}" alt="Gone"></figure>`;

/** As Recto's own page shows a saved article. */
function toFragment(html: string): DocumentFragment {
  const body = sanitiseArticle(html, { network: 'none' });
  placePictures(body, FRAMES);
  return body;
}

let body: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = '<article></article>';
  body = document.querySelector('article') as HTMLElement;
});

function show(html: string): void {
  const fragment = toFragment(html);
  prepareBody(fragment, { tableLabel: 'Table', copyLabel: 'Copy' });
  body.replaceChildren(fragment);
}

/** What is copied of the body between two places, without the line that names the source; of all where there are none. */
function copied(html: string, select?: (range: Range) => void): string {
  const copy = vi.fn<(text: string) => void>();
  let selected: Range | null = null;
  if (select) {
    selected = document.createRange();
    select(selected);
  }
  const parts = { toFragment, toFragmentInTurns: () => null };
  void COPYING.copyMarkdown({ article: sampleArticle({ html, leadImage: null }), selected, hidden: [], parts }, copy);
  return copy.mock.calls[0]?.[0] ?? '';
}

function between(first: string, last: string): (range: Range) => void {
  return (range) => {
    const [from, to] = [body.querySelector(first), body.querySelector(last)];
    range.setStart(from?.firstChild as Node, 0);
    range.setEnd(to?.lastChild as Node, to?.lastChild?.textContent?.length ?? 0);
  };
}

test('items of a list that are selected are copied as a list', () => {
  const html = '<ol><li id="a">One</li><li>Two</li><li id="b">Three</li></ol>';
  show(html);
  expect(copied(html, between('#in-a', '#in-b'))).toMatch(/^1\. One\n2\. Two\n3\. Three\n\n— /);
});

test('rows of a table that are selected are copied as a table', () => {
  const html = '<table><tr><td id="a">One</td><td>Two</td></tr><tr><td>Three</td><td id="b">Four</td></tr></table>';
  show(html);
  expect(copied(html, between('#in-a', '#in-b'))).toContain('| One | Two |\n| Three | Four |');
});

test('lines of code that are selected are copied as code', () => {
  const html = '<pre><code class="language-js">a_b_c();\n  d();\ne();</code></pre>';
  show(html);
  expect(copied(html, (range) => range.selectNodeContents(body.querySelector('code')?.firstChild as Node))).toMatch(
    /^```js\na_b_c\(\);\n {2}d\(\);\ne\(\);\n```/,
  );
});

test('selected words are copied as they are', () => {
  show('<ul><li id="a">One word of it</li></ul>');
  expect(copied('', between('#in-a', '#in-a'))).toMatch(/^One word of it\n/);
});

test("pictures are copied with their address on the web, stored or not, without Recto's text about them", () => {
  show(PICTURES);
  const part = copied(PICTURES, (range) => range.selectNodeContents(body));
  expect(part).toMatch(`![Kept](${KEPT})\n\n![Gone](${GONE})\n`);
  expect(part).not.toContain('Keep it');
  framePicture(body.querySelector('img') as HTMLImageElement, 'Picture');
  expect(copied(PICTURES, (range) => range.selectNodeContents(body))).toMatch(/^Kept\n/);
  expect(copied(PICTURES)).toContain(`![Kept](${KEPT})\n\n![Gone](${GONE})\n`);
});

test('a failure to make the Markdown of a long article is reported', async () => {
  vi.stubGlobal('navigator', { clipboard: {} });
  const fail = () => {
    throw new Error('no room');
  };
  const parts = { toFragment: fail, toFragmentInTurns: async () => fail() };
  const article = sampleArticle({ html: '<p>The lamps were lit at four.</p>'.repeat(9_000) });
  await expect(COPYING.copyMarkdown({ article, selected: null, hidden: [], parts }, vi.fn())).rejects.toThrow(
    'no room',
  );
});

test('title and attribution are escaped, whatever characters they have', () => {
  const copy = vi.fn<(text: string) => void>();
  const article = sampleArticle({
    ...{ html: '<p>Text</p>', leadImage: null, title: 'Why <details> beats *args [1]\nand __init__', byline: 'A_n_n' },
    ...{ siteName: '<b>Site</b>', url: 'https://a.example/x)(y' },
  });
  const parts = { toFragment, toFragmentInTurns: () => null };
  void COPYING.copyMarkdown({ article, selected: null, hidden: [], parts }, copy);
  const page = asPage(copy.mock.calls[0]?.[0] ?? '');
  expect(page.querySelector('h1')?.textContent).toBe('Why <details> beats *args [1] and __init__');
  expect([...page.querySelectorAll('p')].map((line) => line.textContent)).toEqual([
    'Why <details> beats *args [1] and __init__ · A_n_n · <b>Site</b>',
    'Text',
  ]);
  expect(page.querySelector('p a')?.getAttribute('href')).toBe('https://a.example/x)(y');
});
