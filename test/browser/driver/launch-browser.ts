import type { BrowserName } from '../../../scripts/find-browser.ts';
import type { BrowserDriver, LaunchOptions } from './browser-driver.ts';
import { ChromiumDriver } from './chromium-driver.ts';
import { FirefoxDriver } from './firefox-driver.ts';
import { waitUntil } from './wait-until.ts';

/** The browser of this test run: `RECTO_TEST_BROWSER`, set by the vitest project. */
export const browserUnderTest = (): BrowserName =>
  process.env['RECTO_TEST_BROWSER'] === 'firefox' ? 'firefox' : 'chromium';

/** Starts the browser of this test run. */
export function launchBrowser(options: LaunchOptions = {}): Promise<BrowserDriver> {
  return launchNamed(browserUnderTest(), options);
}

export async function launchNamed(name: BrowserName, options: LaunchOptions = {}): Promise<BrowserDriver> {
  const browser = await (name === 'firefox' ? FirefoxDriver : ChromiumDriver).launch(options);
  if (options.keepWelcome !== true && options.profile === undefined) await closeWelcome(browser);
  return browser;
}

/** On a busy machine a browser takes longer to start than to do anything else, in milliseconds. */
const START_PATIENCE = 60_000;

/** Closes the page that Recto shows when it has been installed. */
export async function closeWelcome(browser: BrowserDriver): Promise<void> {
  const isThere = async () => (await browser.tabUrls()).some((url) => url.includes('/src/welcome/'));
  await waitUntil('the first page after installing', isThere, START_PATIENCE);
  const welcome = await browser.waitForTab('/src/welcome/');
  await welcome.close();
}
