import type { Extension, Page } from 'puppeteer-core';
import type { ChromiumDriver } from '../../test/browser/driver/chromium-driver.ts';
import { waitUntil } from '../../test/browser/driver/wait-until.ts';
import { pressIcon, type Worker } from './press-icon.ts';

interface Probe {
  started: number;
  laidOut: number;
  pressed: number;
  saved: number;
}

interface PopupTimes {
  floor: number[];
  article: Record<Worker, number[]>;
  overFloor: Record<Worker, number[]>;
  save: number[];
}

/**
 * From the toolbar press to the article laid out, with a running worker and with one that has to start, against an empty
 * popup of a second extension pressed on the same page; and from the press on Save to "Saved".
 */
export async function measurePopup(
  driver: ChromiumDriver,
  pages: readonly string[],
  { recto, floor }: { recto: Extension; floor: Extension },
): Promise<PopupTimes> {
  const times: PopupTimes = {
    floor: [],
    article: { warm: [], cold: [] },
    overFloor: { warm: [], cold: [] },
    save: [],
  };
  for (const url of pages) {
    const empty = await pressOn(driver, url, floor, 'cold', (probe) => probe.started);
    times.floor.push(empty.time);
    await empty.close();
    for (const worker of ['warm', 'cold'] as const) {
      const full = await pressOn(driver, url, recto, worker, (probe) => probe.laidOut);
      times.article[worker].push(full.time);
      times.overFloor[worker].push(full.time - empty.time);
      if (worker === 'warm') times.save.push(await measureSave(full.popup));
      await full.close();
    }
  }
  return times;
}

/**
 * Opens the page and presses one icon on it. Each extension is pressed on a page that was opened for it, so that
 * neither gets the process that the browser keeps ready for the next one.
 */
async function pressOn(
  driver: ChromiumDriver,
  url: string,
  extension: Extension,
  worker: Worker,
  moment: (probe: Probe) => number,
) {
  const page = await driver.puppeteer.newPage();
  await page.goto(url);
  const start = await pressIcon(driver, page, extension, worker);
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
