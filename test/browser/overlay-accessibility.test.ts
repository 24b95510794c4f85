import { expect, test } from 'vitest';
import { readOverlay } from './read-overlay.ts';
import { useBrowser } from './use-browser.ts';

const used = useBrowser();
const CONTROLS = ['button', 'link', 'dialog', 'toolbar', 'slider', 'radio'];

test("the overlay's accessibility tree names the dialog, every control and the headings of the article", async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  const nodes = await tab.accessibilityTree();
  const controls = nodes.filter(({ role }) => CONTROLS.includes(role));
  expect(controls.filter(({ name }) => name.trim() === '')).toEqual([]);
  const names = controls.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Save', 'Original', 'Reading list', 'Close']));
  const headings = nodes.filter(({ role }) => role === 'heading').map(({ name }) => name);
  expect(headings).toEqual(
    expect.arrayContaining(['The lighthouse keepers of Skerry Sound are going home', 'A book of every day']),
  );
});
