import { closeWelcome, launchBrowser } from './driver/launch-browser.ts';
import { startSite } from './site/site-server.ts';
import type { UsedBrowser } from './use-browser.ts';

/** What the files before this one have left, where no browser of their own was needed. */
let shared: UsedBrowser | null = null;

/**
 * A browser as new, with the build or another extension: the one that the file before had, cleared, or the first. Starting
 * one takes longer than most tests. Where clearing fails, another is started.
 */
export async function shareBrowser(extension?: string): Promise<UsedBrowser> {
  if (shared !== null && (await renew(shared, extension))) return shared;
  const site = await startSite();
  const browser = await launchBrowser({ proxyPort: site.port, ...(extension === undefined ? {} : { extension }) });
  // The runner ends its process by a signal; what ends browsers with the process hears of no signal.
  if (shared === null) process.once('SIGTERM', () => process.exit());
  shared = { site, browser };
  return shared;
}

async function renew({ browser, site }: UsedBrowser, extension?: string): Promise<boolean> {
  try {
    site.reset();
    await browser.renew(extension);
    await closeWelcome(browser);
    return true;
  } catch (error) {
    console.warn('The browser of the file before could not be cleared:', error);
    await browser.close().catch(() => undefined);
    await site.close();
    return false;
  }
}
