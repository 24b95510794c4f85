import { describe, expect, test } from 'vitest';
import type { Locale } from '../driver/browser-driver.ts';
import { browserUnderTest } from '../driver/launch-browser.ts';
import {
  extensionWithOpenRoots,
  type Looking,
  lookAtAsking,
  lookAtLibrary,
  lookAtOverlay,
  lookAtPopup,
  lookAtSaved,
} from '../steps/axe-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const isChromium = browserUnderTest() === 'chromium';

/** Each language in light; Chinese and Arabic in dark too; English in all themes. Firefox has three languages, two themes. */
const THEMES: Record<Locale, readonly string[]> = {
  en: isChromium ? ['light', 'sepia', 'dark', 'black', 'contrast', 'own'] : ['light', 'dark'],
  'zh-CN': ['light', 'dark'],
  ar: ['light', 'dark'],
  'zh-TW': ['light'],
  ja: ['light'],
};
const LOCALES = (Object.keys(THEMES) as Locale[]).filter((locale) => isChromium || !['zh-TW', 'ja'].includes(locale));

describe.each(LOCALES)('axe finds no accessibility problem, %s', (locale) => {
  const used = useBrowser({ locale, colorScheme: 'light', extension: extensionWithOpenRoots() });
  const looking: Looking = { used, themes: THEMES[locale] };
  const article = locale === 'zh-CN' ? '/zh-Hans/handbook.html' : '/en/handbook.html';

  test('in the overlay: article, contents, panels, reading aloud, note, picture', async () => {
    expect(await lookAtOverlay(looking, article)).toEqual([]);
  });

  test('in the reader tab, beside a highlight too', async () => {
    expect(await lookAtSaved(looking)).toEqual([]);
  });

  test('in the popup: article, type, saved, list', async () => {
    expect(await lookAtPopup(looking, '/en/news.html')).toEqual([]);
  });

  test('in the library: list, keys, tags, selection, every section', async () => {
    expect(await lookAtLibrary(looking)).toEqual([]);
  });

  test('on the welcome page and on the permission page', async () => {
    expect(await lookAtAsking(looking)).toEqual([]);
  });
});
