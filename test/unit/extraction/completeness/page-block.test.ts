// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { listPageBlocks } from '../../../../src/extraction/completeness/page-block.ts';

test('lists the text around silent elements, and nothing inside them', async () => {
  document.body.innerHTML =
    '<nav><p>Home</p></nav><div><figure><figcaption>A ferry</figcaption></figure><p>One <a href="/x">and</a> <svg><text>x</text></svg>two</p></div><table><tr><td>1</td></tr></table>';
  const blocks = await listPageBlocks(document, () => Promise.resolve());
  expect(blocks?.map(({ text }) => text)).toEqual(['One and two']);
});

test('pauses within thousands of figures without text', async () => {
  document.body.innerHTML = `<p>Before.</p>${'<figure><img></figure>'.repeat(3_000)}<p>After.</p>`;
  let pauses = 0;
  const blocks = await listPageBlocks(document, async () => {
    pauses += 1;
  });
  expect(blocks?.map(({ text }) => text)).toEqual(['Before.', 'After.']);
  expect(pauses).toBeGreaterThanOrEqual(6);
});
