import { afterAll, expect, test } from 'vitest';
import { extensionWithOpenRoots } from '../steps/axe-surfaces.ts';
import { findTightBar, inEachLanguage, isZoomedTo, zoomAllTabs } from '../steps/narrow.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser({ extension: extensionWithOpenRoots() });
// Browsers keep it by address, and the files after this one use the same.
afterAll(async () => zoomAllTabs(await used.browser.openRecto('library'), 1));

/** Runs in the page: puts another word on Undo in the overlay's bar; whether it stands there. */
function renameUndo(before: string, after: string): boolean {
  const find = (root: ParentNode): Element[] =>
    Array.from(root.querySelectorAll('*')).flatMap((element) => [
      ...(element.matches('.reader-bar-line .button-label') ? [element] : []),
      ...(element.shadowRoot ? find(element.shadowRoot) : []),
    ]);
  const label = find(document).find(({ textContent }) => textContent === before);
  if (label) label.textContent = after;
  return label !== undefined;
}

test('at 400 % the bar is one line right after Save, in every language', async () => {
  const overlay = await openOverlay(used, '/en/handbook.html');
  await overlay.clickNamed('Save', 'button');
  await overlay.waitFor(renameUndo, 'Undo', 'Undo');
  await zoomAllTabs(await used.browser.openRecto('library'), 4);
  await overlay.activate();
  await overlay.waitFor(isZoomedTo, 4);
  let shown = 'Undo';
  for (const [locale, undo] of inEachLanguage('readerUndo')) {
    expect([locale, await overlay.evaluate(renameUndo, shown, undo)]).toEqual([locale, true]);
    await expect.poll(async () => [locale, ...(await overlay.evaluate(findTightBar))]).toEqual([locale]);
    shown = undo;
  }
});

test('at 400 % what is said of a copy has a line of its own: the controls stay where they are', async () => {
  const overlay = await openOverlay(used, '/en/handbook.html');
  await overlay.waitFor(isZoomedTo, 4);
  await overlay.press('m');
  const isSaid = () => {
    const find = (root: ParentNode): boolean =>
      root.querySelector('.reader-said:not(:empty)') !== null ||
      Array.from(root.querySelectorAll('*')).some(({ shadowRoot }) => shadowRoot && find(shadowRoot));
    return find(document);
  };
  await overlay.waitFor(isSaid);
  expect(await overlay.evaluate(findTightBar)).toEqual([]);
});
