import type { Connection } from 'puppeteer-core';
import type { ChromiumDriver } from '../../test/browser/driver/chromium-driver.ts';

/** The DevTools connection to the browser itself, for what puppeteer does not offer. Throws when no page is open. */
export async function connectionOf(driver: ChromiumDriver): Promise<Connection> {
  const [page] = await driver.puppeteer.pages();
  const session = await page?.createCDPSession();
  const connection = session?.connection();
  await session?.detach();
  if (connection === undefined) throw new Error('The browser has no page to ask');
  return connection;
}
