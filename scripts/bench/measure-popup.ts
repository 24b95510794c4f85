import type { Extension, Page } from 'puppeteer-core';
import type { ChromiumDriver } from '../../test/browser/driver/chromium-driver.ts';
import { waitUntil } from '../../test/browser/driver/wait-until.ts';

interface Probe {
  started: number;
  laidOut: number;
  pressed: number;
  saved: number;
}

export interface PopupTimes {
  floor: number[];
  article: number[];
  overFloor: number[];
  save: number[];
}

/**
 * From the toolbar press to the article laid out, against an empty popup of a second extension pressed on the same page;
 * and from the press on Save to "Saved".
 */
export async function measurePopup(driver: ChromiumDriver, pages: readonly string[], floorFolder: string) {
  const browser = driver.puppeteer;
  const floorId = await browser.installExtension(floorFolder);
  const extensions = await browser.extensions();
  const floor = extensions.get(floorId);
  const recto = [...extensions.values()].find(({ id }) => driver.origin.endsWith(id));
  if (floor === undefined || recto === undefined) throw new Error('An extension is missing');
  const times: PopupTimes = { floor: [], article: [], overFloor: [], save: [] };
  for (const url of pages) {
    const empty = await pressOn(driver, url, floor, (probe) => probe.started);
    await empty.close();
    const full = await pressOn(driver, url, recto, (probe) => probe.laidOut);
    times.floor.push(empty.time);
    times.article.push(full.time);
    times.overFloor.push(full.time - empty.time);
    times.save.push(await measureSave(full.popup));
    await full.close();
  }
  return times;
}

/**
 * Opens the page and presses one icon on it. Both extensions are pressed on a page that was opened for it, so that neither
 * takes the process that the browser keeps ready for the next one who needs it.
 */
async function pressOn(driver: ChromiumDriver, url: string, extension: Extension, moment: (probe: Probe) => number) {
  const page = await driver.puppeteer.newPage();
  await page.goto(url);
  await driver.stopBackground();
  await page.bringToFront();
  const start = performance.timeOrigin + performance.now();
  await page.triggerExtensionAction(extension);
  const target = await driver.puppeteer.waitForTarget(
    (candidate) =>
      candidate.url().startsWith(`chrome-extension://${extension.id}/`) && candidate.url().includes('popup.html'),
  );
  const popup = await target.asPage();
  const at = await waitUntil('the popup', async () => moment(await readProbe(popup)));
  const close = async () => {
    await popup.close();
    await page.close();
  };
  return { popup, time: at - start, close };
}

async function measureSave(popup: Page): Promise<number> {
  await popup.locator('aria/Save[role="button"]').click();
  const probe = await waitUntil('Saved', async () => {
    const now = await readProbe(popup);
    return now.saved > 0 ? now : null;
  });
  return probe.saved - probe.pressed;
}

function readProbe(popup: Page): Promise<Probe> {
  return popup.evaluate(() => (globalThis as unknown as { probe: Probe }).probe);
}
