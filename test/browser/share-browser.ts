import { closeWelcome } from './driver/close-welcome.ts';
import { launchBrowser } from './driver/launch-browser.ts';
import { startSite } from './site/site-server.ts';
import type { UsedBrowser } from './use-browser.ts';

// The runner ends its process by a signal; what ends browsers with their process hears of no signal.
process.once('SIGTERM', () => process.exit());

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
  shared = { site, browser };
  return shared;
}

/** Ends the shared browser, so that another is alone on the display and keys go to it. */
export async function endSharedBrowser(): Promise<void> {
  const ended = shared;
  shared = null;
  await ended?.browser.close().catch(() => undefined);
  await ended?.site.close();
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
