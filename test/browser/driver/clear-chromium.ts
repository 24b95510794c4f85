import type { Browser, Extension } from 'puppeteer-core';
import { waitUntil } from './wait-until.ts';

/** Removes an extension from a running Chromium with all it has stored, and closes all tabs but a new, empty one. */
export async function clearChromium(browser: Browser, extension: Extension): Promise<void> {
  const blank = await browser.newPage();
  const session = await browser.target().createCDPSession();
  await session.send('Extensions.uninstall', { id: extension.id });
  const others = () => browser.targets().filter((target) => target.type() === 'page' && target !== blank.target());
  await waitUntil('the other tabs are closed', async () => {
    const tabs = others();
    // Not as a person closes it: the page is not asked whether it may be left.
    for (const tab of tabs) await (await tab.page())?.close({ runBeforeUnload: false }).catch(() => undefined);
    return tabs.length === 0;
  });
  await session.send('Storage.clearCookies');
  await session.detach();
}
