import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { countWords } from '../src/model/text/count-words.ts';
import type { BrowserDriver, View } from '../test/browser/driver/browser-driver.ts';
import { PATIENCE } from '../test/browser/driver/wait-until.ts';
import { readOverlay } from '../test/browser/steps/read-overlay.ts';
import { notOpened } from './not-opened.ts';

/**
 * Does what a person would do first, and prints what it saw: presses the real shortcut, reads, opens the popup, saves,
 * and finds the article in the list. Throws with a sentence when the page does not open or cannot be read.
 */
export async function showWithoutDisplay(browser: BrowserDriver, url: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const take = async (view: View, name: string): Promise<string> => {
    const path = join(folder, `${browser.name}-${name}.png`);
    await view.screenshot(path);
    return path;
  };

  const tab = await browser.open(url).catch((error) => {
    throw new Error(notOpened(url, error));
  });
  await tab.pressShortcut('toggle-reader');
  const shown = await tab.waitFor(readOverlay).catch(() => {
    throw new Error(
      `Recto did not open on ${url} within ${PATIENCE / 1000} seconds: see whether the page holds an article.`,
    );
  });
  const overlay = await take(tab, 'overlay');
  await tab.pressShortcut('toggle-reader');

  const popup = await tab.pressToolbar();
  await popup.clickNamed('Save');
  await popup.waitFor(() => document.body.textContent.includes('Saved'));
  const popupPicture = await take(popup, 'popup');
  await popup.close();

  const list = await browser.openRecto('library');
  const title = shown.title;
  await list.waitFor((saved) => document.body.textContent.includes(saved), title);
  const listPicture = await take(list, 'list');

  console.log(`Title         ${title}`);
  console.log(`Words         ${countWords(shown.text)}`);
  console.log(`Reading time  ${shown.readingTime}`);
  console.log(`Popup         ${popupPicture}\nOverlay       ${overlay}\nReading list  ${listPicture}`);
}
