import type { BrowserName } from '../../../scripts/find-browser.ts';
import type { BrowserDriver, LaunchOptions } from './browser-driver.ts';
import { ChromiumDriver } from './chromium-driver.ts';
import { closeWelcome } from './close-welcome.ts';
import { FirefoxDriver } from './firefox-driver.ts';

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
