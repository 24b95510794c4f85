import { expect, test } from 'vitest';
import { openOverlay, openSavedCopy } from './open-surfaces.ts';
import { useBrowser } from './use-browser.ts';

const used = useBrowser();

const widthOfPage = (): [number, number] => [document.documentElement.scrollWidth, innerWidth];

test('200 % text in the reader tab does not scroll sideways', async () => {
  const reader = await openSavedCopy(used, await openOverlay(used, '/de/news.html'));
  await reader.evaluate(() => chrome.storage.local.set({ 'settings.textSize': 200 }));
  await reader.waitFor(
    () => Number.parseFloat(getComputedStyle(document.querySelector('.page') ?? document.body).fontSize) >= 40,
  );
  const [content, window] = await reader.evaluate(widthOfPage);
  expect(content).toBeLessThanOrEqual(window);
});
