import { beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { saveByPopup } from '../steps/save-by-popup.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();
const PAGES = ['/en/news.html', '/zh-Hans/news.html', '/de/news.html', '/ja/news.html'];

const titles = (view: Tab) =>
  view.evaluate(() => [...document.querySelectorAll('.row-title')].map((row) => row.textContent ?? ''));
const rows = (view: Tab, count: number) =>
  view.waitFor((wanted: number) => document.querySelectorAll('.row-title').length === wanted, count);

beforeAll(async () => {
  for (const path of PAGES) await saveByPopup(used, path);
});

/** A word of no other page. */
const SECRET = 'quillwort';

/** Runs in a page of Recto: in how many parts of the search index the word is. */
async function countEntries(word: string): Promise<number> {
  const request = indexedDB.open('recto-library');
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  const transaction = request.result.transaction(['searchSegments', 'searchBlocks']);
  const parts = ['searchSegments', 'searchBlocks'].map((name) => transaction.objectStore(name).getAll());
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  request.result.close();
  const terms: string[] = parts.flatMap(({ result }) => result.map((part) => (part.inline ?? part).terms ?? ''));
  return terms.filter((all) => all.split('\n').includes(word)).length;
}

/** Saves an article and deletes it for good. */
async function saveAndForget(): Promise<void> {
  const text = `The ${SECRET} grows at the edge of the pond, and nobody had ever asked for its name. `.repeat(20);
  used.site.serve('/secret.html', `<html lang="en"><title>A plant</title><article><h1>A plant</h1><p>${text}</p>`);
  await saveByPopup(used, '/secret.html');
  const recto = await used.browser.openRecto('permission');
  expect(await recto.evaluate(countEntries, SECRET)).toBe(1);
  await recto.evaluate(async () => {
    const ask = async (name: string, input: object) =>
      (await chrome.runtime.sendMessage({ protocol: 'recto/1', name, input })).value;
    const { items } = await ask('library.list', { place: 'list', limit: 1 });
    await ask('article.move', { ids: [items[0].id], place: 'deleted' });
    await ask('library.empty-deleted', {});
  });
  await recto.close();
}

describe('the reading list', () => {
  test('shows saved items, newest first, and stays in step between two windows', async () => {
    const first = await used.browser.openRecto('library');
    const second = await used.browser.openRecto('library');
    await rows(first, PAGES.length);
    await rows(second, PAGES.length);
    const [newest = ''] = await titles(second);
    await second.press('j');
    await second.press('e');
    await rows(second, PAGES.length - 1);
    await first.activate();
    await rows(first, PAGES.length - 1);
    expect(await titles(first)).not.toContain(newest);
    await second.activate();
    await second.press('u');
    await rows(second, PAGES.length);
    expect((await titles(second))[0]).toBe(newest);
    await first.close();
    await second.close();
  });

  test('a single card of Continue reading keeps no room for a second line of its title', async () => {
    const list = await used.browser.openRecto('library');
    await rows(list, PAGES.length);
    await list.evaluate(async () => {
      const ask = async (name: string, input: object) =>
        (await chrome.runtime.sendMessage({ protocol: 'recto/1', name, input })).value;
      const { items } = await ask('library.list', { place: 'list', limit: 9 });
      const shortest = items.sort((a: { title: string }, b: { title: string }) => a.title.length - b.title.length)[0];
      await ask('article.opened', { id: shortest.id });
    });
    const lines = await list.waitFor(() => {
      const title = document.querySelector('.continue a');
      if (!title) return null;
      const { height } = title.getBoundingClientRect();
      return height / Number.parseFloat(getComputedStyle(title).lineHeight);
    });
    expect(lines).toBeCloseTo(1, 1);
    await list.close();
  });

  test('scrolls only when it is longer than the window', async () => {
    const list = await used.browser.openRecto('library#archive');
    await list.waitFor(() => document.querySelector('.empty'));
    expect(await list.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
    await list.close();
  });

  test('deletes with Undo, keeps deleted items for 30 days, and restores them', async () => {
    const list = await used.browser.openRecto('library');
    await rows(list, PAGES.length);
    const [newest = ''] = await titles(list);
    await list.press('j');
    await list.press('Delete');
    await list.waitFor(() => document.querySelector('.undo button'));
    await rows(list, PAGES.length - 1);
    await list.clickNamed('Recently deleted', 'link');
    await rows(list, 1);
    expect(await list.evaluate(() => document.querySelector('.row-facts')?.textContent)).toContain('30 days left');
    await list.clickNamed(`Restore: ${newest}`, 'button');
    await list.waitFor(() => document.querySelector('.empty'));
    await list.clickNamed('Reading list', 'link');
    await rows(list, PAGES.length);
    expect((await titles(list))[0]).toBe(newest);
    await list.close();
  });

  test('deletes one article of Recently deleted for good, by key, once that was confirmed; another window follows', async () => {
    const text = 'Nobody else shall read what this letter of mine says about the pond. '.repeat(30);
    used.site.serve('/letter.html', `<html lang="en"><title>A letter</title><article><h1>A letter</h1><p>${text}</p>`);
    await saveByPopup(used, '/letter.html');
    const list = await used.browser.openRecto('library');
    await rows(list, PAGES.length + 1);
    for (const key of ['j', 'Delete', 'Delete']) await list.press(key);
    await rows(list, PAGES.length - 1);
    const other = await used.browser.openRecto('library#deleted');
    await rows(other, 2);
    await list.activate();
    await list.clickNamed('Recently deleted', 'link');
    await rows(list, 2);
    const [, kept = ''] = (await titles(list)).sort((a) => (a === 'A letter' ? -1 : 1));
    await list.clickNamed('Delete for good: A letter', 'button');
    await list.waitFor(() => document.activeElement?.textContent === 'Not now');
    // A key that is pressed too early answers nothing.
    await list.press('Enter');
    await list.waitFor(() => !document.querySelector('dialog'));
    await rows(list, 2);
    await list.press('Home');
    const letterIsFirst = (await titles(list))[0] === 'A letter';
    if (!letterIsFirst) await list.press('j');
    await list.waitFor(() => document.activeElement?.textContent === 'A letter');
    await list.press('Delete');
    await list.waitFor(() => document.activeElement?.textContent === 'Not now');
    await list.press('Shift+Tab');
    await list.press('Enter');
    await rows(list, 1);
    await list.waitFor(() => document.querySelector('.undo-told')?.textContent?.includes('Deleted for good'));
    await list.waitFor((title: string) => document.activeElement?.textContent === title, kept);
    await other.activate();
    await rows(other, 1);
    await other.close();
    await list.press('e');
    await list.waitFor(() => document.querySelector('.empty'));
    await list.close();
  });

  test('finds words in the texts in several scripts and marks them', async () => {
    const list = await used.browser.openRecto('library');
    await rows(list, PAGES.length);
    await list.press('/');
    await list.type('one ear open');
    await rows(list, 1);
    expect(await list.waitFor(() => document.querySelector('.row-snippet mark')?.textContent)).toMatch(/ear|one|open/i);
    await list.press('Escape');
    await rows(list, PAGES.length);
    await list.close();
  });

  test('survives a restart of the browser and of the background', async () => {
    await saveAndForget();
    await used.browser.stopBackground();
    await used.browser.restart();
    const list = await used.browser.openRecto('library');
    await rows(list, PAGES.length);
    await list.close();
  });

  test('opens an article offline without a single request', async () => {
    const list = await used.browser.openRecto('library');
    await rows(list, PAGES.length);
    used.site.goOffline();
    used.site.forget();
    const [newest = ''] = await titles(list);
    await list.press('j');
    await list.press('Enter');
    await list.waitFor(
      (title: string) => document.querySelector('.page-title')?.textContent?.trim() === title.trim(),
      newest,
    );
    expect(used.site.requests()).toEqual([]);
    used.site.goOnline();
    await list.close();
  });
});

test('settings show the shortcut keys that are really set, and changes apply at once', async () => {
  const tab = await used.browser.openRecto('library');
  await tab.clickNamed('Settings', 'link');
  await tab.waitFor(() => document.querySelector('.settings'));
  const keys = () =>
    tab.evaluate(() => [...document.querySelectorAll('.keys kbd')].map(({ textContent }) => textContent));
  await expect.poll(keys).toContain('Alt+R');
  await tab.clickNamed('Sepia', 'radio');
  await tab.waitFor(() => document.documentElement.dataset['theme'] === 'sepia');
  await tab.reload();
  await tab.waitFor(() => document.documentElement.dataset['theme'] === 'sepia');
  await tab.clickNamed('Follow the system', 'radio');
  await tab.waitFor(() => document.documentElement.dataset['theme'] === 'system');
  await tab.close();
});

/**
 * Runs in one of Recto's pages: gives a command another key, and comes back to the page. Only Firefox lets an extension set
 * keys: in Chromium the answer of its page for them is put in the place of that of the browser.
 */
async function comeBackWithKey(name: string, shortcut: string): Promise<void> {
  const { commands } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  if ('update' in commands) await (commands.update as (to: object) => Promise<void>)({ name, shortcut });
  else Object.assign(commands, { getAll: async () => [{ name, shortcut }] });
  window.dispatchEvent(new Event('focus'));
}

test('shortcut keys that were changed while settings are open are shown as they are now', async () => {
  const tab = await used.browser.openRecto('library#settings');
  const keys = () =>
    tab.evaluate(() => [...document.querySelectorAll('.keys kbd')].map(({ textContent }) => textContent));
  await expect.poll(keys).toContain('Alt+R');
  await tab.evaluate(comeBackWithKey, 'toggle-reader', 'Alt+J');
  await expect.poll(keys).toContain('Alt+J');
  await tab.evaluate(comeBackWithKey, 'toggle-reader', 'Alt+R');
  await expect.poll(keys).toContain('Alt+R');
  await tab.close();
});

test('the welcome page opens and closes the demo article', async () => {
  const tab = await used.browser.openRecto('welcome');
  await tab.clickNamed('Open an article', 'button');
  await tab.waitFor(() => document.querySelector('.try-it h1')?.textContent === 'The right-hand page');
  await tab.waitFor(() => document.querySelector<HTMLImageElement>('.try-it img')?.naturalWidth);
  await tab.press('Escape');
  await tab.waitFor(() => !document.querySelector('.try-it'));
  await tab.close();
});

test('after a restart the words of an article that was deleted for good are gone from the search index', async () => {
  const list = await used.browser.openRecto('library');
  await expect.poll(() => list.evaluate(countEntries, SECRET)).toBe(0);
  // A page without its list has no keys yet.
  await list.waitFor(() => document.querySelector('.row'));
  await list.press('/');
  await list.type('harbour');
  await list.waitFor(() => document.querySelector('.row-snippet mark'));
  await list.close();
});

test('a link to a part of the settings gives the focus to that part, and to nothing before it', async () => {
  // Loads the code of the settings.
  const list = await used.browser.openRecto('library#settings');
  await list.waitFor(() => document.querySelector('#backup'));
  await list.evaluate(() => {
    location.hash = '#list';
  });
  await list.waitFor(() => document.querySelector('.column .list-view input'));
  const had = await list.evaluate(async () => {
    const ids: string[] = [];
    document.querySelector<HTMLElement>('.column input')?.focus();
    document.addEventListener('focusin', ({ target }) =>
      ids.push((target as Element).id || (target as Element).className),
    );
    location.hash = '#settings/backup';
    while (document.activeElement?.id !== 'backup') await new Promise(requestAnimationFrame);
    return ids;
  });
  expect(had).toEqual(['backup']);
  await list.close();
});
