import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_READER_SETTINGS, styleOf } from '../../../src/model/settings/reader-settings.ts';
import { NO_SITE_SETTINGS } from '../../../src/model/settings/site-settings.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);

const { allSiteSettings, askSiteSettings, changeSiteSettings, readSiteSettings, watchSiteSettings } = await import(
  '../../../src/platform/site-settings.ts'
);

const SITE = 'news.example';
const style = { ...styleOf(DEFAULT_READER_SETTINGS), theme: 'sepia' as const };
const whole = { alwaysOpen: true, style, block: 'div.story' };
let browser: ReturnType<typeof fakeBrowser>;

beforeEach(() => {
  browser = fakeBrowser();
  api.browser = browser;
});

test('windows that change different settings of a site at once all succeed', async () => {
  await Promise.all([
    changeSiteSettings(SITE, { block: 'div.story' }),
    changeSiteSettings(SITE, { style }),
    changeSiteSettings(SITE, { alwaysOpen: true }),
  ]);
  expect(await readSiteSettings(SITE)).toEqual(whole);
  expect(await readSiteSettings('other.example')).toEqual(NO_SITE_SETTINGS);
});

test('windows that change the style of a site at once all succeed, each with its own choice', async () => {
  await changeSiteSettings(SITE, { style });
  await Promise.all([
    changeSiteSettings(SITE, { style: { ...style, textSize: 150 } }, { textSize: 150 }),
    changeSiteSettings(SITE, { style: { ...style, theme: 'dark' } }, { theme: 'dark' }),
  ]);
  const both = { ...style, textSize: 150, theme: 'dark' as const };
  expect((await readSiteSettings(SITE)).style).toEqual(both);
  expect((await allSiteSettings())[SITE]?.style).toEqual(both);
  // Taken away and given anew, the style is what it is given as.
  await changeSiteSettings(SITE, { style: null });
  expect(await browser.storage.local.get(null)).toEqual({});
  await changeSiteSettings(SITE, { style });
  expect((await readSiteSettings(SITE)).style).toEqual(style);
});

test('a choice for a site whose style another window removed, or could not store, is stored with the whole style', async () => {
  await changeSiteSettings(SITE, { style: { ...style, width: 80 } }, { width: 80 });
  expect((await readSiteSettings(SITE)).style).toEqual({ ...style, width: 80 });
  await changeSiteSettings(SITE, { style: { ...style, theme: 'dark' } }, { theme: 'dark' });
  // A choice that met the style just as it went stands over no later one.
  await browser.storage.local.remove('site.news.example/style');
  expect((await readSiteSettings(SITE)).style).toBeNull();
  await changeSiteSettings(SITE, { style });
  expect((await readSiteSettings(SITE)).style).toEqual(style);
});

test('a choice splits settings that were stored as one item', async () => {
  await browser.storage.local.set({ 'site.news.example': whole });
  await changeSiteSettings(SITE, { style: { ...style, width: 80 } }, { width: 80 });
  expect(await readSiteSettings(SITE)).toEqual({ ...whole, style: { ...style, width: 80 } });
});

test('without an answer from storage nothing is read, and stored settings survive a change then', async () => {
  await browser.storage.local.set({ 'site.news.example': whole });
  const get = vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('gone'));
  expect(await readSiteSettings(SITE)).toEqual(NO_SITE_SETTINGS);
  await changeSiteSettings(SITE, { alwaysOpen: false }).catch(() => undefined);
  get.mockRestore();
  expect(await readSiteSettings(SITE)).toMatchObject({ style, block: 'div.story' });
});

test('settings stored as one item are read, and split by a change', async () => {
  await browser.storage.local.set({ 'site.news.example': whole });
  expect(await readSiteSettings(SITE)).toEqual(whole);
  expect(await allSiteSettings()).toEqual({ [SITE]: whole });
  await changeSiteSettings(SITE, { block: null });
  expect(await readSiteSettings(SITE)).toEqual({ ...whole, block: null });
  expect(await browser.storage.local.get(null)).toEqual({
    'site.news.example/alwaysOpen': true,
    'site.news.example/style': style,
  });
});

test('a site without settings of its own is stored nowhere', async () => {
  await changeSiteSettings(SITE, { block: 'div.story', style });
  expect(await allSiteSettings()).toEqual({ [SITE]: { ...whole, alwaysOpen: false } });
  await changeSiteSettings(SITE, NO_SITE_SETTINGS);
  expect(await browser.storage.local.get(null)).toEqual({});
});

test('a damaged item gets its default alone', async () => {
  await browser.storage.local.set({ 'site.news.example': 'no object', 'site.news.example/block': 'div.story' });
  await browser.storage.local.set({ 'site.news.example/style': 7 });
  expect(await readSiteSettings(SITE)).toEqual({ ...NO_SITE_SETTINGS, block: 'div.story' });
});

test('a watcher is told which site has changed, until it stops', async () => {
  const heard = vi.fn();
  const stop = new AbortController();
  watchSiteSettings(heard, stop.signal);
  await browser.storage.local.set({ 'settings.theme': 'dark' });
  expect(heard).not.toHaveBeenCalled();
  await changeSiteSettings(SITE, { block: 'div.story' });
  expect(new Set(heard.mock.calls.flat())).toEqual(new Set([SITE]));
  stop.abort();
  heard.mockClear();
  await changeSiteSettings(SITE, { block: null });
  expect(heard).not.toHaveBeenCalled();
});

test('a missing answer from storage is reported, except for the first reading, which then finds nothing', async () => {
  vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('not now'));
  await expect(askSiteSettings(SITE)).rejects.toThrow('not now');
  expect(await readSiteSettings(SITE)).toEqual(NO_SITE_SETTINGS);
});
