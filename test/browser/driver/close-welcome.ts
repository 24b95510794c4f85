import type { BrowserDriver } from './browser-driver.ts';
import { waitUntil } from './wait-until.ts';

/** On a busy machine a browser takes longer to start than to do anything else, in milliseconds. */
const START_PATIENCE = 60_000;

/** Closes the page that Recto shows when it has been installed. */
export async function closeWelcome(browser: BrowserDriver): Promise<void> {
  const isThere = async () => (await browser.tabUrls()).some((url) => url.includes('/src/welcome/'));
  await waitUntil('the first page after installing', isThere, START_PATIENCE);
  const welcome = await browser.waitForTab('/src/welcome/');
  await welcome.close();
}
