import { readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Tab } from '../driver/browser-driver.ts';
import type { UsedBrowser } from '../use-browser.ts';
import { finishedDownload } from './finished-download.ts';

/** Makes a backup in the settings that a tab shows, and takes the file out of the downloads, where the next one comes to. */
export async function makeBackup({ browser }: UsedBrowser, settings: Tab): Promise<{ name: string; file: Buffer }> {
  // The settings above load one after the other and move the button: a click at a place could miss.
  await settings.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#backup .backup-actions .button')]
      .find(({ textContent }) => textContent === 'Make a backup')
      ?.click(),
  );
  const path = await finishedDownload(browser.downloads, '.gz');
  const made = { name: basename(path), file: readFileSync(path) };
  rmSync(path);
  return made;
}
