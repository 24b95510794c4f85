import { expect, test } from 'vitest';
import { readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const PARAGRAPH = `<p>${'The harbour freezes from the north, as the women who mend the nets know. '.repeat(4)}</p>`;

/** Components as sites make them, with roots that no script of the page sees from outside. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The last ice</title><body>
<nav><a href="/">Home</a></nav><x-story><p>${'A ledger in the church has the day of each year. '.repeat(4)}</p></x-story>
<svg><font-face></font-face></svg>
<script>
const close = (name, html) => customElements.define(name, class extends HTMLElement {
  constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = html; }
});
close('x-note', ${JSON.stringify(PARAGRAPH)} + '<p>Below it stands a second wall of ice, which nobody has measured since then, says the archivist.</p>');
close('x-story', '<main><article><h1>The last ice</h1>' + ${JSON.stringify(PARAGRAPH.repeat(3))} + '<slot></slot><x-note></x-note></article></main>');
</script>`;

test('an article in closed shadow roots of custom elements is read', async () => {
  used.site.serve('/closed', PAGE);
  const tab = await used.browser.open(used.site.url('/closed'));
  await tab.pressShortcut('toggle-reader');
  const { title, text } = await tab.waitFor(readOverlay);
  expect(title).toBe('The last ice');
  for (const piece of ['The harbour freezes', 'A ledger in the church', 'a second wall of ice'])
    expect(text).toContain(piece);
});

test('so is one in a frame of the same site', async () => {
  used.site.serve('/closed', PAGE);
  const frame = '<iframe src="/closed" style="width: 100%; height: 95vh"></iframe>';
  used.site.serve('/framed', `<!doctype html><html lang="en"><meta charset="utf-8"><title>Frame</title><body>${frame}`);
  const tab = await used.browser.open(used.site.url('/framed'));
  await tab.pressShortcut('toggle-reader');
  expect((await tab.waitFor(readOverlay)).text).toContain('a second wall of ice');
});
