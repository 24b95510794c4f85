import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { ChromiumTab } from '../driver/chromium-tab.ts';
import { browserUnderTest } from '../driver/launch-browser.ts';
import { openOverlay, openSavedCopy } from '../steps/open-surfaces.ts';
import { pressShortcutAgain } from '../steps/press-shortcut-again.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** What is left behind each time grows by as much at least. */
const TIMES = 3;

/** How many nodes and listeners a tab has, those that nothing in it leads to any more left out. Only Chromium tells. */
async function count(tab: Tab): Promise<Record<string, number>> {
  if (!(tab instanceof ChromiumTab)) throw new Error('not Chromium');
  const session = await tab.page.createCDPSession();
  await session.send('Performance.enable');
  // What is let go of by what goes first goes the second time.
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const counted = metrics.filter(({ name }) => name === 'Nodes' || name === 'JSEventListeners');
  return Object.fromEntries(counted.map(({ name, value }) => [name, value]));
}

/** Does something often and gives what there is more of after each half: what comes once, at the first time or late, may stay. */
async function growth(tab: Tab, act: () => Promise<void>): Promise<string[]> {
  await act();
  const counts = [await count(tab)];
  for (let half = 0; half < 2; half += 1) {
    for (let time = 0; time < TIMES; time += 1) await act();
    counts.push(await count(tab));
  }
  const [first = {}, second = {}, third = {}] = counts;
  const grows = (name: string, before: Record<string, number>, after: Record<string, number>) =>
    (after[name] ?? 0) >= (before[name] ?? 0) + TIMES;
  return Object.keys(first).filter((name) => grows(name, first, second) && grows(name, second, third));
}

/** Runs in a page: resolves when what was pressed has been drawn. */
const drawn = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

async function openAndClose(tab: Tab, key: string): Promise<void> {
  for (const press of [key, 'Escape']) {
    await tab.press(press);
    await tab.evaluate(drawn);
  }
}

test.skipIf(browserUnderTest() === 'firefox')(
  'full view leaves nothing in the page, however often it is opened',
  async () => {
    const tab = await used.browser.open(used.site.url('/en/news.html'));
    const grown = await growth(tab, async () => {
      await pressShortcutAgain(tab, 'toggle-reader');
      await tab.waitFor(readOverlay);
      await tab.press('Escape');
      await tab.waitFor(overlayIsGone);
    });
    expect(grown).toEqual([]);
  },
);

test.skipIf(browserUnderTest() === 'firefox')(
  'panels and pictures leave nothing in full view and in the saved copy, nor articles in the list',
  async () => {
    const overlay = await openOverlay(used, '/en/handbook.html');
    for (const key of ['a', 'x', 'v'])
      expect([key, await growth(overlay, () => openAndClose(overlay, key))]).toEqual([key, []]);
    expect(await overlay.evaluate(readOverlay)).not.toBeNull();

    const saved = await openSavedCopy(used, overlay);
    expect(await growth(saved, () => openAndClose(saved, 'a'))).toEqual([]);
    const back = async () => {
      await saved.press('l');
      await saved.waitFor(() => !document.querySelector('.page-body'));
    };
    await back();
    const grown = await growth(saved, async () => {
      await saved.click('main li[data-id] .row-title');
      await saved.waitFor(() => document.querySelector('.page-body p'));
      await back();
    });
    expect(grown).toEqual([]);
  },
);
