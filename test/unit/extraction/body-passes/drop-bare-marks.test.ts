// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { dropBareMarks } from '../../../../src/extraction/body-passes/drop-bare-marks.ts';
import type { PageContext } from '../../../../src/extraction/extraction-pass.ts';

async function cleaned(html: string): Promise<HTMLElement> {
  const body = document.createElement('div');
  body.innerHTML = html;
  await dropBareMarks.run(body, {} as PageContext);
  return body;
}

const TEXT = '<p>The ferry lay in the roads.</p><p>The harbour master wrote it down.</p>';

test('a heading below which nothing is left does not end the text', async () => {
  const body = await cleaned(`<h2>The ferry</h2>${TEXT}<div><h3>Read next</h3></div><div></div>`);
  expect([...body.querySelectorAll('h2, h3')].map(({ textContent }) => textContent)).toEqual(['The ferry']);
});

test.each([
  ['a picture below it', `${TEXT}<h2>The quay</h2><img src="quay.jpg">`],
  ['a formula below it', `${TEXT}<h2>The quay</h2><div><math><mi>x</mi></math></div>`],
  ['a picture in it', `${TEXT}<h2>The quay <img src="quay.jpg"></h2>`],
  ['an item of a list of headings', `${TEXT}<h2>The mole</h2><h2>The roads</h2><h2>The quay</h2>`],
  ['an item of a list of headings in boxes', `${TEXT}<div><h3>The mole</h3></div><div><h3>The quay</h3></div>`],
  ['a text of two lines', '<p>The ferry lay in the roads.</p><h2>The quay</h2>'],
  ['a post of a thread', `<article>${TEXT}</article><article><p>Ben</p><h2>The quay</h2></article>`],
])('a last heading stays: %s', async (_what, html) => {
  expect((await cleaned(html)).textContent).toContain('The quay');
});

test('a link around nothing goes, its space stays, and so does a link that something leads to', async () => {
  const body = await cleaned(
    `<p>The<a href="/a"><span> </span></a>ferry<a href="/b"></a> <a href="/c" id="c"></a><a href="/d"><img src="d.png"></a></p>`,
  );
  expect(body.textContent).toBe('The ferry ');
  expect([...body.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['/c', '/d']);
});

test('a box to open without a label is none', async () => {
  const body = await cleaned(
    `<details>Tides</details><details>Winds</details><details>${TEXT}</details><details><summary>Tides</summary><p>High at nine.</p></details>`,
  );
  expect(body.textContent).toContain('in the roads');
  expect([...body.children].slice(0, 2).map(({ outerHTML }) => outerHTML)).toEqual([
    '<div>Tides</div>',
    '<div>Winds</div>',
  ]);
  expect(body.querySelectorAll('details')).toHaveLength(1);
});

test('a line break before what is set apart is an empty line below a box, and none below words', async () => {
  const body = await cleaned(
    `${TEXT}<div><b>The ferry</b></div>\n<br> <h2>The roads</h2>${TEXT}<div>The ferry<br><ul><li>lay there.</li></ul></div>${TEXT}`,
  );
  expect(body.querySelectorAll('br')).toHaveLength(0);
  expect(body.textContent).toMatch(/The ferry\s*lay there/);
});

test('a line break behind a figure, which is set apart, ends no line; behind words it does', async () => {
  const figure = '<figure><img src="quay.jpg"><figcaption>The quay</figcaption></figure>';
  const body = await cleaned(`${TEXT}${figure}<br>\n<h2>The roads</h2>The ferry<br>lay there.${TEXT}`);
  expect(body.querySelectorAll('br')).toHaveLength(1);
  expect(body.querySelector('figure + h2')).not.toBeNull();
});
