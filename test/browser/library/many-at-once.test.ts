import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { importLinks } from '../steps/import-links.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Three steps. */
const LINKS = Array.from({ length: 1200 }, (_, at) => `https://links.example/${at}`);

const countOf = (list: Tab, section: string, count: string) =>
  list.waitFor(
    (name: string, wanted: string) =>
      (document.querySelector(`[data-section=${name}] .rail-count`)?.textContent ?? '') === wanted,
    section,
    count,
  );

/** Runs in the library: how many menus there are above the rows, on how many lines, and how far something leads beside the window. */
function menuLines() {
  const menus = [...document.querySelectorAll<HTMLElement>('.arrange select')];
  return {
    menus: menus.length,
    unneeded: menus.filter(({ dataset }) => dataset['resting'] !== undefined).length,
    lines: new Set(menus.map((menu) => Math.round(menu.getBoundingClientRect().top))).size,
    beside: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
}

/** Runs in the library: notes what it says of how far it is. */
function noteProgress(): void {
  const told: string[] = [];
  new MutationObserver(() => {
    const text = document.querySelector('.progress-count')?.textContent?.trim();
    if (text && told.at(-1) !== text) told.push(text);
    document.body.dataset['told'] = told.join(' · ');
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}

test('more than a thousand articles are archived in steps with progress, and Undo brings all of them back', async () => {
  const settings = await importLinks(used.browser, LINKS);
  await settings.close();
  const list = await used.browser.openRecto('library');
  await countOf(list, 'list', '1,200');
  await list.waitFor(() => document.querySelector('.row'));
  // The menus, of which three are not needed and keep their room, are one line.
  expect(await list.evaluate(menuLines)).toEqual({ menus: 7, unneeded: 3, lines: 1, beside: 0 });
  await list.evaluate(noteProgress);
  await list.press('*');
  await list.waitFor(() => document.querySelector('.selection-count')?.textContent === '1,200 selected');
  await list.press('e');
  await list.waitFor(() => document.querySelector('.undo p')?.textContent === 'Archived 1,200 articles');
  await countOf(list, 'archive', '1,200');
  const told = await list.evaluate(() => document.body.dataset['told']);
  expect(told).toBe('0 of 1,200 Stop · 500 of 1,200 Stop · 1,000 of 1,200 Stop');
  await list.press('u');
  await countOf(list, 'list', '1,200');
  await countOf(list, 'archive', '');
  await list.close();
});
