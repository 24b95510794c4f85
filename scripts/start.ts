import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserDriver, LaunchOptions } from '../test/browser/driver/browser-driver.ts';
import { launchNamed } from '../test/browser/driver/launch-browser.ts';
import { startVirtualDisplay } from '../test/browser/driver/virtual-display.ts';
import { startSite } from '../test/browser/site/site-server.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ensureBuild } from './ensure-build.ts';
import { type BrowserName, findBrowser } from './find-browser.ts';
import { notOpened } from './not-opened.ts';
import { notStarted } from './not-started.ts';
import { readArguments } from './read-arguments.ts';
import { showWithoutDisplay } from './show-without-display.ts';

/**
 * `npm start [-- URL] [--browser firefox]`: builds Recto and opens it in a browser on a demo article. The profile is
 * kept between starts, so what was saved is there again. Without a display the same happens on a virtual one. A browser
 * that does not start, and a page that does not open or cannot be read, is told, with exit code 1.
 */
const ROOT = join(import.meta.dirname, '..');

const USAGE = `npm start                         a demo article, in Chromium
npm start -- URL                  a page of your own
npm start -- --browser firefox    the same in Firefox
`;

const { name, asked } = readArguments(
  USAGE,
  { allowPositionals: true, options: { browser: { type: 'string', default: 'chromium' } } },
  ({ values: { browser }, positionals }): { name: BrowserName; asked: string | undefined } => {
    if (browser !== 'chromium' && browser !== 'firefox')
      throw new Error(`Unknown browser "${browser}": chromium or firefox`);
    const [page, second] = positionals;
    if (second !== undefined) throw new Error(`One address at a time, not "${second}" as well`);
    if (page !== undefined && !/^(?:https?|file):/.test(URL.canParse(page) ? new URL(page).protocol : ''))
      throw new Error(`"${page}" is no address of a page: begin it with https:// or http://, or file:// for a file`);
    return { name: browser, asked: page };
  },
);
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

ensureBrowsers(hasDisplay ? [name] : [name, 'virtualDisplay', 'keyPresses', 'latinFonts', 'chineseFonts']);
await ensureBuild(name);

const site = await startSite();
const url = asked ?? `http://127.0.0.1:${site.port}/en/news.html`;
if (hasDisplay) await openForUser();
else await openOnVirtualDisplay();
await site.close();

async function openForUser(): Promise<void> {
  const profile = join(ROOT, '.cache', `profile-${name}`);
  mkdirSync(profile, { recursive: true });
  const browser = await launch({ profile, headless: false });
  // The browser shows its own page for an address that does not open, and can be used all the same.
  await browser.open(url).then(
    () => console.log(`Recto is open in ${name} on ${url}`),
    (error) => tell(notOpened(url, error)),
  );
  console.log('Press Alt+R to read in the page, Alt+P for the popup. Close the browser or press Ctrl+C to end.');
  process.once('SIGINT', () => void browser.close());
  await browser.ended;
}

async function openOnVirtualDisplay(): Promise<void> {
  const display = await startVirtualDisplay();
  if (display === null) throw new Error('Xvfb did not start');
  process.env['RECTO_DISPLAY'] = display.name;
  console.log('No display found: doing it on a virtual one.');
  const browser = await launch();
  try {
    await showWithoutDisplay(browser, url, join(ROOT, 'artifacts'));
  } catch (error) {
    tell(error instanceof Error ? error.message : `${error}`);
    process.exitCode = 1;
  } finally {
    await browser.close();
    display.stop();
  }
}

/** Starts the browser. Where it does not start, the command ends with a sentence. */
function launch(options: LaunchOptions = {}): Promise<BrowserDriver> {
  return launchNamed(name, options).catch((error: unknown) => {
    tell(notStarted(findBrowser(name), error));
    process.exit(1);
  });
}

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
