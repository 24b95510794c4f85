import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { accessibleNames } from '../steps/accessible-names.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';
import { selectFirstWords } from './select-first-words.ts';

const used = useBrowser();

/** Runs in a surface: whether as many passages as wanted are painted. */
const isPainted = (wanted: number): boolean => (CSS.highlights.get('recto-yellow')?.size ?? 0) === wanted;

/** Highlights the first words of a paragraph by key, and takes that back by key. */
async function highlightAndUndo(tab: Tab): Promise<void> {
  await tab.evaluate(selectFirstWords, 1);
  // The key means the selection once that has its bar.
  await expect.poll(() => accessibleNames(tab, 'button')).toContain('Highlight');
  await tab.press('h');
  await tab.waitFor(isPainted, 1);
  await tab.press('u');
  await tab.waitFor(isPainted, 0);
}

test('Undo takes back the highlight that was made last and leaves the article kept, in full view and in the saved copy', async () => {
  const overlay = await openOverlay(used, '/en/news.html');
  const saved = await openSavedCopy(used, overlay);
  await overlay.activate();
  await highlightAndUndo(overlay);
  await expect.poll(() => accessibleNames(overlay, 'button')).toContain('Saved');
  await saved.activate();
  await highlightAndUndo(saved);
  // The next press is for what was done before it: the save.
  await overlay.activate();
  await overlay.press('u');
  await expect.poll(() => accessibleNames(overlay, 'button')).toContain('Save');
});
