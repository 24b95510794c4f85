import { expect, test } from 'vitest';
import type { View } from '../driver/browser-driver.ts';
import { browserUnderTest } from '../driver/launch-browser.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const readAlert = (popup: View): Promise<string> =>
  popup.waitFor(() => document.querySelector('.popup-reason [role="alert"]')?.textContent);

test('a popup whose tab goes to another site says that the icon has to be pressed again, and it reads the new page then', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  const popup = await tab.pressToolbar();
  await popup.waitFor(() => document.querySelector('.page-body p'));
  await tab.goto(used.site.url('/zh-Hans/news.html', 'other.localhost'));
  expect(await readAlert(popup)).toMatch(/moved on.*icon again/);
  await popup.close();
  const again = await tab.pressToolbar();
  await again.waitFor(() => document.querySelector('.page-body p'));
  if (browserUnderTest() === 'chromium') return;
  // It is no other site: Firefox has the icon pressed again for any page that the tab loads.
  await tab.reload();
  expect(await readAlert(again)).toMatch(/reloaded.*icon again/);
});

test('a popup opened before the page has come waits for it, and says then that the icon has to be pressed again', async () => {
  const hold = used.site.hold('/en/news.html');
  const tab = await used.browser.open('about:blank');
  // Firefox would hear of nothing else until a page that it is told to go to has come.
  await tab.evaluate((url) => void setTimeout(() => location.assign(url)), used.site.url('/en/news.html'));
  await expect.poll(() => hold.waiting()).toBe(1);
  const popup = await tab.pressToolbar();
  // Firefox lets the empty document be read that stands there until then.
  const waits = browserUnderTest() === 'chromium' ? '[aria-busy="true"] .page-line' : '.popup-reason';
  await popup.waitFor((selector) => document.querySelector(selector), waits);
  hold.release();
  await popup.waitFor(() => /moved on/.test(document.querySelector('.popup-reason [role="alert"]')?.textContent ?? ''));
});
