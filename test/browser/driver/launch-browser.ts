import type { BrowserDriver, LaunchOptions } from './browser-driver.ts';
import { ChromiumDriver } from './chromium-driver.ts';
import { FirefoxDriver } from './firefox-driver.ts';

/** Starts the browser of this test run (`RECTO_TEST_BROWSER`, set by the vitest project). */
export function launchBrowser(options: LaunchOptions = {}): Promise<BrowserDriver> {
  return process.env['RECTO_TEST_BROWSER'] === 'firefox'
    ? FirefoxDriver.launch(options)
    : ChromiumDriver.launch(options);
}
