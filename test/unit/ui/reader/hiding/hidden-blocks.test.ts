// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { drawTex } from '../../../../../src/ui/parts/draw-tex.ts';
import type { LoadPart } from '../../../../../src/ui/parts/load-part.ts';
import { showHanScript } from '../../../../../src/ui/parts/show-han-script.ts';
import { prepareBody } from '../../../../../src/ui/reader/article/prepare-body.ts';
import { drawFormulas } from '../../../../../src/ui/reader/article/use-late-parts.ts';
import { dropHidden, listHideable, markHidden, nameBlocks } from '../../../../../src/ui/reader/hiding/hidden-blocks.ts';

const HTML = `
  <figure data-lead><img src="lead.png"></figure>
  <h2>Tides</h2>
  <p>The sea comes and goes.</p>
  <p>Subscribe to our letter.</p>
  <blockquote><p>Water is patient.</p></blockquote>
  <ul><li>Ebb</li><li><p>Flow</p></li></ul>
  <p>Subscribe to our letter.</p>
  <figure><img src="a.png"><figcaption>The harbour</figcaption></figure>
  <p><img src="b.png"></p>
  <table><tr><td>1</td></tr></table>
  <pre>let tide = 1;</pre>`;

function fragmentOf(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

const textsOf = (blocks: readonly Element[]) => blocks.map((block) => block.textContent?.trim());

test('blocks with text or a picture of their own can be hidden, except the lead picture', () => {
  const blocks = listHideable(fragmentOf(HTML));
  expect(blocks.map(({ localName }) => localName).join(' ')).toBe('h2 p p p li p p figure p table pre');
});

test('hiding takes the chosen one among blocks with the same beginning, and it can be shown again', () => {
  const body = fragmentOf(HTML);
  const blocks = listHideable(body);
  const second = nameBlocks(blocks)[6];
  expect(second).toEqual({ quote: 'Subscribe to our letter.', nth: 1 });
  markHidden(body, second ? [second] : []);
  expect([...body.querySelectorAll('[data-hidden]')]).toEqual([blocks[6]]);
  markHidden(body, []);
  expect(body.querySelector('[data-hidden]')).toBeNull();
});

test('names of blocks mean the same in a prepared body, and hide the boxes around tables and code', () => {
  const names = nameBlocks(listHideable(fragmentOf(HTML)));
  const set = fragmentOf(HTML);
  prepareBody(set, { tableLabel: 'Table', copyLabel: 'Copy' });
  expect(nameBlocks(listHideable(set))).toEqual(names);
  markHidden(set, names.slice(-2));
  expect([...set.querySelectorAll('[data-hidden]')].map(({ className }) => className)).toEqual(['scroll', 'code']);
});

test('the description in place of a picture that is not stored is not part of its name', () => {
  const names = nameBlocks(listHideable(fragmentOf(HTML)));
  const saved = fragmentOf(HTML.replaceAll(/<img src="[ab].png">/g, '<span class="missing">A boat</span>'));
  expect(nameBlocks(listHideable(saved))).toEqual(names);
});

test('a block that is not found hides nothing else', () => {
  const body = fragmentOf(HTML);
  markHidden(body, [{ quote: 'Gone by now.', nth: 0 }]);
  expect(body.querySelector('[data-hidden]')).toBeNull();
});

test('hidden blocks are left out of a copy, and nothing else is', () => {
  const body = fragmentOf(HTML);
  const before = textsOf(listHideable(body));
  dropHidden(body, [{ quote: 'Subscribe to our letter.', nth: 0 }]);
  expect(textsOf(listHideable(body))).toEqual(before.toSpliced(2, 1));
});

const HAN = '<p>皇后后来剪了头发。</p><p>台风过去了。</p><p>皇后后来剪了头发。</p>';
const TEX =
  '<p>As <math data-tex="x^2"><mtext>x^2</mtext></math> grows.</p><p>As <math data-tex="x^3"><mtext>x^3</mtext></math> grows.</p>';

function stand(html: string): HTMLElement {
  const body = document.createElement('div');
  body.append(fragmentOf(html));
  nameBlocks(listHideable(body));
  return body;
}

test('a block in converted Chinese characters keeps its name, and hidden blocks stay hidden', () => {
  const body = stand(HAN);
  const [first, , third] = listHideable(body);
  showHanScript(body, 'traditional', new AbortController().signal);
  expect(third?.textContent).toBe('皇后後來剪了頭髮。');
  const names = nameBlocks(listHideable(body));
  expect(names).toEqual(nameBlocks(listHideable(fragmentOf(HAN))));
  markHidden(body, names.slice(2));
  expect([...body.querySelectorAll('[data-hidden]')]).toEqual([third]);
  markHidden(body, nameBlocks(listHideable(fragmentOf(HAN))).slice(0, 1));
  expect([...body.querySelectorAll('[data-hidden]')]).toEqual([first]);
});

test('a block whose formula was drawn keeps its name', async () => {
  const body = stand(TEX);
  const part = (async () => drawTex) as LoadPart;
  await drawFormulas(body, part, fragmentOf, new AbortController().signal);
  expect(body.querySelector('msup')).not.toBeNull();
  expect(nameBlocks(listHideable(body))).toEqual(nameBlocks(listHideable(fragmentOf(TEX))));
});
