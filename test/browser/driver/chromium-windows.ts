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
  const [worker] = await extension.workers();
  await worker?.evaluate(
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
  await waitUntil('the window has loaded', () => page.evaluate(() => document.readyState === 'complete'));
  return page;
}

/** Ticks "Allow in Incognito" on the browser's own extensions page, which is the only way to it. */
export async function allowInPrivateWindows(browser: Browser, extensionId: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(async (id) => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
    await developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true });
  }, extensionId);
  await page.close();
}

interface DeveloperPrivate {
  updateExtensionConfiguration(change: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
}
