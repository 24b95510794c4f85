import type { Browser, Extension, Page } from 'puppeteer-core';
import { waitUntil } from './wait-until.ts';

/** Opens a window by the extension's own API: DevTools has no private windows in the profile that is in use. */
export async function openWindow(
  browser: Browser,
  extension: Extension,
  url: string,
  incognito: boolean,
): Promise<Page> {
  const before = new Set(browser.targets());
  const worker = await waitUntil('a service worker', async () => (await extension.workers())[0]);
  await worker.evaluate(
    async (address, isPrivate) => void (await chrome.windows.create({ url: address, incognito: isPrivate })),
    url,
    incognito,
  );
  const target = await waitUntil(`a new window at ${url}`, () =>
    browser
      .targets()
      .find((candidate) => candidate.type() === 'page' && candidate.url() === url && !before.has(candidate)),
  );
  const page = await target.asPage();
  // The target has the address from the start, but its document is empty until the page comes, and what the browser
  // grants for that document ends then.
  const hasLoaded = (address: string) => location.href === address && document.readyState === 'complete';
  await waitUntil('the window has loaded', () => page.evaluate(hasLoaded, url).catch(() => false));
  return page;
}
