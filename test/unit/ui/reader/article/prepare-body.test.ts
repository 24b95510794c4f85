// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { prepareBody } from '../../../../../src/ui/reader/article/prepare-body.ts';

function prepared(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  prepareBody(template.content, { tableLabel: 'Table' });
  const box = document.createElement('div');
  box.append(template.content);
  return box;
}

test('a table scrolls in a box that can be focused and is named by its caption', () => {
  const boxes = prepared('<table><caption>Rain</caption><td><table></table></td></table><table></table>');
  const [first, second, third] = boxes.querySelectorAll<HTMLElement>('.scroll');
  expect([first?.tabIndex, first?.getAttribute('aria-label'), second?.getAttribute('aria-label'), third]).toEqual([
    0,
    'Rain',
    'Table',
    undefined,
  ]);
  // Landmarks need a name each of its own, which most tables do not have.
  expect([first, second].map((box) => box?.getAttribute('role'))).toEqual(['group', 'group']);
});

test('a paragraph that holds a picture alone is set like a figure, one with words is not', () => {
  const body = prepared('<p><img src="a"></p><p><img src="b"> words</p><p>words</p>');
  expect([...body.querySelectorAll('p')].map(({ className }) => className)).toEqual(['picture', '', '']);
});

test('an empty box beside a picture does not keep it from being set like a figure, one with words does', () => {
  const box = (inner: string) => prepared(`<div>${inner}<img src="a"></div>`).firstElementChild?.className;
  expect([box('<div></div> '), box('<div>words</div>'), box('<div><img src="b"></div>')]).toEqual(['picture', '', '']);
});

test('emphasis in Han has dots up to 30 characters and is plain beyond, and Latin keeps italics', () => {
  const body = prepared(`<em>重点</em><em>${'长'.repeat(31)}</em><em>stress</em><i>「引用」</i>`);
  expect([...body.children].map(({ className }) => className)).toEqual([
    'emphasis-dots',
    'emphasis-plain',
    '',
    'emphasis-dots',
  ]);
});

test('in captions and names of works Han is neither slanted nor dotted', () => {
  const body = prepared('<figure><figcaption>摄影：<i>王晓</i></figcaption></figure><cite>红楼梦</cite>');
  expect([...body.querySelectorAll('i, cite')].map(({ className }) => className)).toEqual([
    'emphasis-plain',
    'emphasis-plain',
  ]);
});

test('a line may break inside a long address, but not in code that scrolls, nor in a short one', () => {
  const long = 'https://tides.example.org/harbours/north.html?year=1986';
  const body = prepared(
    `<p>见 ${long}。</p><p><a href="${long}">${long}</a></p><pre>${long}</pre><p>https://a.org/b/c</p>`,
  );
  expect([...body.children].map((block) => block.querySelectorAll('wbr').length)).toEqual([4, 4, 0, 0]);
  expect(body.textContent).toBe(`见 ${long}。${long}${long}https://a.org/b/c`);
  // A full stop that follows could begin a line else.
  expect(prepared(`<p><a>${long}/</a>。</p>`).querySelector('a')?.lastChild?.nodeName).toBe('#text');
  expect(prepared(`<p>${long}/。</p>`).querySelector('p')?.lastChild?.textContent).toBe('1986/。');
});

test('words beside a long address break as elsewhere', () => {
  const body = prepared('<p>90 km/h by AT&amp;T: https://tides.example.org/harbours/north.html, and/or x=1</p>');
  const parts = Array.from(body.querySelector('p')?.childNodes ?? [], ({ textContent }) => textContent).filter(
    (text) => text !== '',
  );
  expect(parts).toEqual(['90 km/h by AT&T: ', 'https://tides.example.org/', 'harbours/', 'north.html,', ' and/or x=1']);
});

test('text never changes', () => {
  const html = '<p>甲 <em>乙</em></p><table><tbody><tr><td>丙</td></tr></tbody></table><p><img alt="x"></p>';
  expect(prepared(html).textContent).toBe('甲 乙丙');
});

test('a text with very many pictures requests the first at once, and the others when they come near', () => {
  const pictures = [...prepared('<p><img src="a.png"></p>'.repeat(150)).querySelectorAll('img')];
  const lazy = pictures.map((image) => image.loading === 'lazy');
  expect([lazy.indexOf(true), lazy.lastIndexOf(false)]).toEqual([100, 99]);
});

test('a wide picture at an edge of a paragraph or heading, or at a line break, is set apart, but no narrow one or one among words', () => {
  const body = prepared(
    '<p> <img width="300"> words</p><p><a href="/"><img width="300"></a> words</p><p><img width="20"> words</p>' +
      '<p>words <img width="310"> words</p><p><img> words</p><p><a href="/"><img width="320"> words</a></p>' +
      '<p>words <img width="500"> </p><p>words<br><img width="600"><br>words</p><p><a href="/">words</a> words</p>' +
      '<h2><img width="400"> words</h2><div>words<figure><img width="330"></figure></div>',
  );
  expect([...body.querySelectorAll('.apart')].map(({ outerHTML }) => outerHTML)).toEqual([
    '<img width="300" class="apart">',
    '<a href="/" class="apart"><img width="300"></a>',
    '<img width="500" class="apart">',
    '<img width="600" class="apart">',
    '<img width="400" class="apart">',
  ]);
});

test('nested boxes are searched for pictures once, not once for each', () => {
  const { get } = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent') ?? {};
  let asked = 0;
  vi.spyOn(Node.prototype, 'textContent', 'get').mockImplementation(function (this: Node) {
    asked += 1;
    return get?.call(this);
  });
  const depth = 200;
  const body = prepared(
    `${'<div>'.repeat(depth)}<p><img src="a"></p>${'<p>Words.</p>'.repeat(20)}${'</div>'.repeat(depth)}`,
  );
  vi.restoreAllMocks();
  expect(asked).toBeLessThan(10);
  expect([...body.querySelectorAll('.picture')].map(({ localName }) => localName)).toEqual(['p']);
});

test('a paragraph with hundreds of pictures is searched once', () => {
  const { get } = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent') ?? {};
  let asked = 0;
  vi.spyOn(Node.prototype, 'textContent', 'get').mockImplementation(function (this: Node) {
    if (this.nodeName === 'P') asked += 1;
    return get?.call(this);
  });
  prepared(`<p>${'<img src="a" width="20"> word '.repeat(300)}</p>`);
  vi.restoreAllMocks();
  expect(asked).toBeLessThan(10);
});
