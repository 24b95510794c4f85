import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../../../scripts/find-browser.ts';
import type { LaunchOptions } from './browser-driver.ts';

/** What quiets Chromium's own traffic and dialogs, beside puppeteer's defaults. */
const ARGUMENTS = [
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
  '--disable-sync',
  '--test-type',
  // Voices on Linux come from speech-dispatcher.
  '--enable-speech-dispatcher',
  '--window-position=0,0',
  '--window-size=1280,840',
  // Without a display; the browser's own, of 800 × 600, has no room for a popup.
  '--screen-info={1400x900}',
  // A mouse, which is not there without a display either: a fine pointer, and one that hovers.
  '--blink-settings=primaryPointerType=4,availablePointerTypes=4,primaryHoverType=2,availableHoverTypes=2',
];

/**
 * Switches off work in windows that tests drive and nobody sees: drawing tabs and bubbles that slide took a third of
 * the browser's main thread. Benches and `npm start` have a browser as it is.
 */
const IN_TESTED_WINDOWS = [
  // Its windows move nothing while they are driven; pages move as ever.
  '--animation-duration-scale=0',
  // There is no graphics card, and what draws instead needs no process of its own.
  '--in-process-gpu',
  // No previews of tabs, and no renderer in each window for what the address bar would suggest.
  '--disable-features=TabHoverCardImages,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];

/** Folder for downloads of a profile. */
export const downloadsOf = (profile: string): string => join(profile, 'downloads');

/** Starts Chromium on a profile with the extension loaded over the debugging pipe, which branded Chrome allows too. */
export async function launchChromium(
  options: LaunchOptions & { extensions: string[]; profile: string; display: string | null; headless: boolean },
): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  if (executablePath === null) throw new Error('No Chromium found: npm test installs it, or set RECTO_CHROMIUM.');
  const locale = options.locale ?? 'en';
  const isTest = process.env['RECTO_TEST_BROWSER'] !== undefined;
  const env: Record<string, string | undefined> = {
    ...process.env,
    // On Linux the interface language comes from the environment, elsewhere from --lang.
    LANGUAGE: locale === 'en' ? 'en_US' : locale.replace('-', '_'),
    // Above LANG and the rest: where it is `C`, no folder is found whose name has other letters than English ones.
    LC_ALL: 'C.UTF-8',
  };
  if (options.display !== null) env['DISPLAY'] = options.display;
  const browser = await puppeteer.launch({
    executablePath,
    headless: options.headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: options.profile,
    defaultViewport: null,
    env,
    args: [
      ...ARGUMENTS,
      ...(isTest && !options.headless ? IN_TESTED_WINDOWS : []),
      `--lang=${locale === 'en' ? 'en-US' : locale}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.colorScheme === 'dark' ? ['--force-dark-mode'] : []),
      ...(options.forcedColors ? ['--force-high-contrast'] : []),
      ...(options.reducedMotion ? ['--force-prefers-reduced-motion'] : []),
      // `<-loopback>` takes loopback out of the exceptions, so that the proxy sees those requests too.
      ...(options.proxyPort === undefined
        ? []
        : [`--proxy-server=127.0.0.1:${options.proxyPort}`, '--proxy-bypass-list=<-loopback>']),
    ],
  });
  for (const path of options.extensions) await loadExtension(browser, path);
  const session = await browser.target().createCDPSession();
  // Otherwise downloads would go to the user's own folder. This holds as long as the session.
  const downloadPath = downloadsOf(options.profile);
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
  return browser;
}

/** Installs an unpacked extension, allowed in private windows; gives its id. */
export async function loadExtension(browser: Browser, path: string): Promise<string> {
  const session = await browser.target().createCDPSession();
  const { id } = await session.send('Extensions.loadUnpacked', { path, enableInIncognito: true });
  await session.detach();
  return id;
}
