import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchNamed } from '../test/browser/driver/launch-browser.ts';
import { startVirtualDisplay } from '../test/browser/driver/virtual-display.ts';
import { startSite } from '../test/browser/site/site-server.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ensureBuild } from './ensure-build.ts';
import type { BrowserName } from './find-browser.ts';
import { showWithoutDisplay } from './show-without-display.ts';

/**
 * `npm start [-- URL] [--browser firefox]`: builds Recto and opens it in a browser on a demo article. The profile is
 * kept between starts, so what was saved is there again. Without a display the same happens on a virtual one.
 */
const ROOT = join(import.meta.dirname, '..');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'string', default: 'chromium' } },
});
if (values.browser !== 'chromium' && values.browser !== 'firefox') {
  process.stderr.write(`Unknown browser "${values.browser}": chromium or firefox.\n`);
  process.exit(2);
}
const [asked] = positionals;
if (asked !== undefined && !/^(?:https?|file):/.test(URL.canParse(asked) ? new URL(asked).protocol : '')) {
  process.stderr.write(
    `"${asked}" is no address of a page: begin it with https:// or http://, or file:// for a file.\n`,
  );
  process.exit(2);
}
const name: BrowserName = values.browser;
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

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
  const browser = await launchNamed(name, { profile, headless: false });
  await browser.open(url);
  console.log(`Recto is open in ${name} on ${url}`);
  console.log('Press Alt+R to read in the page, Alt+P for the popup. Close the browser or press Ctrl+C to end.');
  process.once('SIGINT', () => void browser.close());
  await browser.ended;
}

async function openOnVirtualDisplay(): Promise<void> {
  const display = await startVirtualDisplay();
  if (display === null) throw new Error('Xvfb did not start');
  process.env['RECTO_DISPLAY'] = display.name;
  console.log('No display found: doing it on a virtual one.');
  const browser = await launchNamed(name);
  try {
    await showWithoutDisplay(browser, url, join(ROOT, 'artifacts'));
  } finally {
    await browser.close();
    display.stop();
  }
}
