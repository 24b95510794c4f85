import { expect, test } from 'vitest';
import { accessibleNames } from '../steps/accessible-names.ts';
import { readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();
const CONTROLS = ['button', 'link', 'dialog', 'group', 'slider', 'radio'];

test("the overlay's accessibility tree names the dialog, every control and the headings of the article", async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  const namesOf = (...roles: string[]) => accessibleNames(tab, ...roles);
  // The accessibility tree follows the document a moment later.
  await expect
    .poll(() => namesOf(...CONTROLS))
    .toEqual(expect.arrayContaining(['Save', 'Original', 'Reading list', 'Close']));
  expect((await namesOf(...CONTROLS)).filter((name) => name.trim() === '')).toEqual([]);
  await expect
    .poll(() => namesOf('heading'))
    .toEqual(expect.arrayContaining(['The lighthouse keepers of Skerry Sound are going home', 'A book of every day']));
});
