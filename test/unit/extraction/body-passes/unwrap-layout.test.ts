// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { unwrapLayout } from '../../../../src/extraction/body-passes/unwrap-layout.ts';
import type { PageContext } from '../../../../src/extraction/extraction-pass.ts';

test('a table that lays out a page is taken apart around a table of data, which stays', async () => {
  const body = document.createElement('div');
  const data = '<table><tbody><tr><th>Port</th><th>Ice</th></tr><tr><td>Leith</td><td>4</td></tr></tbody></table>';
  body.innerHTML = `<table><tr><td><h2>The north</h2><p>The harbour freezes.</p>${data}</td><td>More</td></tr></table>`;
  await unwrapLayout.run(body, {} as PageContext);
  expect(body.innerHTML).toBe(
    `<div class=""><h2>The north</h2><p>The harbour freezes.</p>${data}</div><div class="">More</div>`,
  );
});
