import { beforeAll } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import type { UsedBrowser } from '../use-browser.ts';
import { accessibleText } from './accessible-names.ts';
import { readOverlay } from './read-overlay.ts';

/** Opens a page of the fixture site in the overlay. */
export async function openOverlay({ browser, site }: UsedBrowser, path: string): Promise<Tab> {
  const tab = await browser.open(site.url(path));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  return tab;
}

/** Runs in a page of Recto: the article that is kept of an address; null until there is one. */
async function idOfSaved(url: string): Promise<string | null> {
  const question = { protocol: 'recto/1', name: 'article.find', input: { url } };
  return (await chrome.runtime.sendMessage(question)).value?.id ?? null;
}

/** Saves the article that an overlay shows, and opens it from the list, in whose document it is read. */
export async function openSavedCopy({ browser }: UsedBrowser, overlay: Tab, save = 'Save'): Promise<Tab> {
  await overlay.clickNamed(save, 'button');
  const list = await browser.openRecto('library');
  const id = await list.waitFor(idOfSaved, await overlay.evaluate(() => location.href)).catch(async (error) => {
    // What went wrong stands in full view; the list alone cannot tell.
    throw new Error(`${error.message}\nThe overlay shows: ${await accessibleText(overlay)}`, { cause: error });
  });
  const row = `main li[data-id="${id}"] a`;
  await list.waitFor((selector) => document.querySelector(selector), row);
  await list.waitFor(() => performance.getEntriesByName('reader-in-place').length > 0);
  await list.click(row);
  const reader = await browser.waitForTab('/src/reader/reader.html');
  await reader.waitFor(() => document.querySelector('.page-body p'));
  return reader;
}

/** Opens a page of the fixture site in the overlay and as its saved copy, before the tests of the file or group it is called in. */
export function useSurfaces(used: UsedBrowser, path: string): Record<'overlay' | 'saved', Tab> {
  const surfaces = {} as Record<'overlay' | 'saved', Tab>;
  beforeAll(async () => {
    surfaces.overlay = await openOverlay(used, path);
    surfaces.saved = await openSavedCopy(used, surfaces.overlay);
  });
  return surfaces;
}
