import { afterAll, expect, test } from 'vitest';
import { inEachLanguage, isZoomedTo, SECTION_TITLES, zoomAllTabs } from '../steps/narrow.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();
// Browsers keep it by address, and the files after this one use the same.
afterAll(async () => zoomAllTabs(await used.browser.openRecto('library'), 1));

const NAMES = SECTION_TITLES.map(inEachLanguage);

/** Runs in the library: gives its sections other names; which of them do not begin where one of the first row does. */
function outOfColumn(names: string[], direction: string): string[] {
  document.documentElement.dir = direction;
  for (const [at, link] of [...document.querySelectorAll('.rail a')].entries()) link.textContent = names[at] ?? '';
  const links = Array.from(document.querySelectorAll('.rail a'), (link) => {
    const { top, left, right } = link.getBoundingClientRect();
    return { name: link.textContent ?? '', top, start: Math.round(direction === 'rtl' ? right : left) };
  });
  const columns = links.filter(({ top }) => top === links[0]?.top).map(({ start }) => start);
  if (columns.length < 2) return ['each has a row of its own'];
  return links.filter(({ start }) => !columns.includes(start)).map(({ name }) => name);
}

test.each([2, 3, 4])('at %d00 % the sections of the library stand in columns, in each language', async (zoom) => {
  const library = await used.browser.openRecto('library');
  await library.waitFor(() => document.querySelector('.empty-title'));
  await zoomAllTabs(library, zoom);
  await library.waitFor(isZoomedTo, zoom);
  for (const [at, locale] of ['en', 'zh-CN', 'zh-TW', 'ja', 'ar'].entries()) {
    const names = NAMES.map((languages) => languages[at]?.[1] ?? '');
    const found = await library.evaluate(outOfColumn, names, locale === 'ar' ? 'rtl' : 'ltr');
    expect([locale, ...found]).toEqual([locale]);
  }
  await library.close();
});
