import { afterAll, beforeAll } from 'vitest';
import type { BrowserDriver, LaunchOptions } from './driver/browser-driver.ts';
import { browserUnderTest, launchBrowser } from './driver/launch-browser.ts';
import { endSharedBrowser, shareBrowser } from './share-browser.ts';
import { type Site, startSite } from './site/site-server.ts';

export interface UsedBrowser {
  browser: BrowserDriver;
  site: Site;
}

/** What a browser is that is started without options. */
const ANYWAY: LaunchOptions = { locale: 'en', colorScheme: 'light' };

/**
 * Gives the tests of a file a browser with Recto and a site, both as new: those that the file before had, or, where the
 * browser has to be started in another way, its own, closed after the last test. Read the fields inside tests: they are
 * empty until then.
 */
export function useBrowser(options: LaunchOptions = {}): UsedBrowser {
  const used = {} as UsedBrowser;
  const { extension, ...others } = options;
  const isAsAnyway = Object.entries(others).every(([name, value]) => ANYWAY[name as keyof LaunchOptions] === value);
  if (isAsAnyway) {
    beforeAll(async () => void Object.assign(used, await shareBrowser(extension)));
    return used;
  }
  beforeAll(async () => {
    // Keys on the display go to the window in front. Firefox is told its keys itself, and what is shared goes on beside.
    if (browserUnderTest() === 'chromium') await endSharedBrowser();
    used.site = await startSite();
    used.browser = await launchBrowser({ proxyPort: used.site.port, ...options });
  });
  afterAll(async () => {
    await used.browser?.close();
    await used.site?.close();
  });
  return used;
}
