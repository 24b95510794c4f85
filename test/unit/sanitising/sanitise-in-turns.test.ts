// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { sanitiseArticle } from '../../../src/sanitising/sanitise-article.ts';
import { sanitiseInTurns } from '../../../src/sanitising/sanitise-in-turns.ts';

const markupOf = (fragment: DocumentFragment): string => {
  const box = document.createElement('div');
  box.append(fragment);
  return box.innerHTML;
};

const many = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');

/** Enough that boxes are opened, and that their content is cleaned in more than one piece. */
const PLAIN = many(600, (at) => `<p id="p${at}">${at}</p>`);
const ROWS = many(600, (at) => `<tr><td class="x" onclick="x()">${at}</td><th scope="row">b</th></tr>`);

test('an article of ordinary length is not sanitised in slices', () => {
  expect(sanitiseInTurns(many(2000, (at) => `<p>${at}</p>`))).toBeNull();
});

test.each([
  ['blocks', PLAIN],
  ['one box', `<div id="a" onclick="x()"><section style="x">${PLAIN}</section></div>`],
  [
    'a table',
    `<p>a</p><table id="t" onload="x()"><thead><tr><th>A</th></tr></thead><tbody lang="en">${ROWS}</tbody></table>`,
  ],
  ['boxes that are not allowed', `<main><article>${PLAIN}</article></main>`],
  ['what is forbidden, around it', `<form><custom-x>${PLAIN}</custom-x></form>`],
  ['what is dropped with its text', `<svg><div>${PLAIN}</div></svg><select>${PLAIN}</select>${PLAIN}`],
  ['formulas', `<math><mrow>${many(600, (at) => `<mi>${at}</mi>`)}</mrow></math>`],
  ['boxes in boxes', `${'<div>'.repeat(60)}${PLAIN}${'</div>'.repeat(60)}`],
  ['text between', `a${PLAIN}b<!-- c --><ul>${many(600, (at) => `<li>${at}<p>c</p></li>`)} d</ul>`],
  [
    'a table with a bold first row, and a list of descriptions',
    `<table><tr><td><b>A</b></td><td><b>B</b></td></tr>${many(600, (at) => `<tr><td>${at}</td><td>b</td></tr>`)}</table><dl>${many(600, (at) => `<dd>${at}</dd>`)}</dl>`,
  ],
  ['links and pictures', many(600, (at) => `<a href="#p${at}">a</a><img src="http://a.example/${at}.png" alt="">`)],
])('%s: in turns the same comes out as at once', async (_, html) => {
  const inTurns = await sanitiseInTurns(html, { network: 'none', from: 0 });
  expect(inTurns && markupOf(inTurns)).toBe(markupOf(sanitiseArticle(html, { network: 'none' })));
});

test('each piece is given once, and there are several', async () => {
  let pieces = 0;
  let blocks = 0;
  const count = (piece: DocumentFragment) => {
    pieces += 1;
    blocks += piece.querySelectorAll('p').length;
  };
  await sanitiseInTurns(`<div>${PLAIN}</div>`, { onPiece: count, from: 0 });
  expect(blocks).toBe(600);
  // The box by itself, and its content in two: in one, the tests above would compare a thing with itself.
  expect(pieces).toBe(3);
});
