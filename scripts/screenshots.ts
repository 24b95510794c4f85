import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserDriver, View } from '../test/browser/driver/browser-driver.ts';
import { ChromiumView } from '../test/browser/driver/chromium-view.ts';
import { launchNamed } from '../test/browser/driver/launch-browser.ts';
import { type Site, startSite } from '../test/browser/site/site-server.ts';
import { readOverlay } from '../test/browser/steps/read-overlay.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ensureBuild } from './ensure-build.ts';
import { readArguments } from './read-arguments.ts';

/**
 * `npm run screenshots`: popup, overlay, list, library, saved article, settings, welcome and the page that asks for access
 * of the shipped build, light and dark, in English, Chinese and Arabic. With names after it (`npm run screenshots -- ar`) only those languages.
 */
const TARGET = join(import.meta.dirname, '../docs/screenshots');

/** What is opened and saved first, so that the list has something to show; the last is the article in the pictures. */
const STORIES = {
  en: ['/ar/news.html', '/de/news.html', '/ja/news.html', '/en/pictures.html', '/en/news.html'],
  'zh-CN': ['/de/news.html', '/en/news.html', '/ja/news.html', '/zh-Hans/news.html'],
  ar: ['/de/news.html', '/ja/news.html', '/en/pictures.html', '/en/news.html', '/ar/news.html'],
} as const;

type Locale = keyof typeof STORIES;

/** As the files are named. */
const NAMES: Record<Locale, string> = { en: 'en', 'zh-CN': 'zh', ar: 'ar' };

/** Names of the controls by language. */
const WORDS = {
  en: { save: 'Save', list: 'Reading list' },
  'zh-CN': { save: '保存', list: '稍后读' },
  ar: { save: 'حفظ', list: 'قائمة القراءة' },
} as const;

const locales = readArguments(
  `npm run screenshots [-- ${Object.values(NAMES).join(' | ')}]\n`,
  { allowPositionals: true },
  ({ positionals }): Locale[] => {
    const unknown = positionals.find((name) => !Object.values(NAMES).includes(name));
    if (unknown !== undefined)
      throw new Error(`There are no pictures in "${unknown}": ${Object.values(NAMES).join(', ')}`);
    const all = Object.keys(STORIES) as Locale[];
    return all.filter((name) => positionals.length === 0 || positionals.includes(NAMES[name]));
  },
);
ensureBrowsers(['chromium', 'chromiumLanguages', 'latinFonts', 'chineseFonts', 'arabicFonts']);
await ensureBuild('chromium');
mkdirSync(TARGET, { recursive: true });
const site = await startSite();
for (const locale of locales)
  for (const colorScheme of ['light', 'dark'] as const) await takeAll(site, locale, colorScheme);
await site.close();

async function takeAll(web: Site, locale: Locale, colorScheme: 'light' | 'dark'): Promise<void> {
  const browser = await launchNamed('chromium', {
    locale,
    colorScheme,
    proxyPort: web.port,
    headless: true,
    keepWelcome: true,
  });
  const take = async (view: View, name: string): Promise<void> => {
    if (!(view instanceof ChromiumView)) return;
    const file = `${name}-${colorScheme}-${NAMES[locale]}.webp`;
    // What was pressed last is not pointed at in the picture.
    await view.page.mouse.move(0, 0);
    await view.page.evaluate(async () => {
      await document.fonts.ready;
      await Promise.all(document.getAnimations().map(({ finished }) => finished));
    });
    await view.page.screenshot({ path: join(TARGET, file) as `${string}.webp`, type: 'webp', quality: 85 });
    console.log(`docs/screenshots/${file}`);
  };
  try {
    const welcome = await browser.waitForTab('/src/welcome/');
    await welcome.waitFor(() => document.querySelector('main, h1')?.textContent);
    await take(welcome, 'welcome');
    await welcome.close();

    const { save, list } = WORDS[locale];
    for (const path of STORIES[locale]) {
      const tab = await browser.open(web.url(path));
      const popup = await tab.pressToolbar();
      await popup.waitFor(() => document.querySelector('.page-body > *'));
      if (path === STORIES[locale].at(-1)) await take(popup, 'popup');
      await popup.clickNamed(save, 'button');
      await popup.waitFor(() => document.querySelector('[role="status"]')?.textContent);
      if (path === STORIES[locale].at(-1)) {
        await popup.clickNamed(list, 'button');
        await popup.waitFor((count) => document.querySelectorAll('li').length >= count, STORIES[locale].length);
        await take(popup, 'list');
      }
      await popup.close();
    }

    await takeOwnPages(browser, STORIES[locale].length, take);

    const article = await browser.open(web.url(STORIES[locale].at(-1) ?? ''));
    await article.pressShortcut('toggle-reader');
    await article.waitFor(readOverlay);
    await take(article, 'overlay');
  } finally {
    await browser.close();
  }
}

/** What stands in tabs of its own: the list once it has `count` rows, its newest article, the page that asks for access, and settings. */
async function takeOwnPages(
  browser: BrowserDriver,
  count: number,
  take: (view: View, name: string) => Promise<void>,
): Promise<void> {
  const library = await browser.openRecto('library');
  await library.waitFor((wanted) => document.querySelectorAll('main li[data-id]').length >= wanted, count);
  await take(library, 'library');
  const address = await library.evaluate(() => document.querySelector<HTMLAnchorElement>('main li[data-id] a')?.href);
  const saved = await browser.open(address ?? '');
  await saved.waitFor(() => document.querySelector('.page-body > *'));
  await take(saved, 'saved');
  await saved.close();
  await library.activate();
  await library.evaluate(async () => {
    const input = { wish: { kind: 'always-open', origins: ['*://news.example/*'] } };
    await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'tab.ask-permission', input });
  });
  const asking = await browser.waitForTab('/src/permission/');
  await asking.waitFor(() => document.querySelector('h1')?.textContent);
  await take(asking, 'permission');
  await asking.close();
  await library.activate();
  await library.click('.rail li[data-section="settings"] a');
  await library.waitFor(() => document.querySelector('.settings .type-panel'));
  await take(library, 'settings');
}
