import { afterAll, beforeAll } from 'vitest';
import type { BrowserDriver, LaunchOptions } from './driver/browser-driver.ts';
import { launchBrowser } from './driver/launch-browser.ts';
import { type Site, startSite } from './site/site-server.ts';

export interface UsedBrowser {
  browser: BrowserDriver;
  site: Site;
}

/**
 * Gives the tests of a file one browser with Recto and one site, started before the first and closed after the last.
 * Read the fields inside tests: they are empty until then.
 */
export function useBrowser(options: LaunchOptions = {}): UsedBrowser {
  const used = {} as UsedBrowser;
  beforeAll(async () => {
    used.site = await startSite();
    used.browser = await launchBrowser({ proxyPort: used.site.port, ...options });
  });
  afterAll(async () => {
    await used.browser?.close();
    await used.site?.close();
  });
  return used;
}
