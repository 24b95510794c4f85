import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { BrowserDriver, Tab } from '../driver/browser-driver.ts';
import { pressKeyOnDisplay } from '../driver/press-key-on-display.ts';
import { type InputMethod, startInputMethod } from '../driver/start-input-method.ts';
import { waitUntil } from '../driver/wait-until.ts';
import { accessibleNames } from '../steps/accessible-names.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { rowsAre } from '../steps/rows-are.ts';
import { saveByPopup } from '../steps/save-by-popup.ts';
import { useBrowser } from '../use-browser.ts';

// A real input method on a real display: fcitx5 with pinyin, which is on from the first key.
const display = process.env['RECTO_DISPLAY'] ?? '';
const method: InputMethod | null = display === '' ? null : await startInputMethod(display);
if (method === null)
  console.warn('Typing through an input method is tested on a display with fcitx5 and its pinyin only.');

const type = (title: string, ...keys: string[]): void => {
  for (const key of keys) pressKeyOnDisplay(display, title, key);
};

const rows = (list: Tab) =>
  list.evaluate(() => Array.from(document.querySelectorAll('main .row-title'), ({ textContent }) => textContent));

/**
 * Whether what is typed into the search of a new list is composed from its first letter: syllables come apart then. Where the
 * input method takes hold between two letters, they come apart elsewhere.
 */
async function composes(browser: BrowserDriver): Promise<boolean> {
  const list = await browser.openRecto('library');
  try {
    await list.waitFor(rowsAre, 2);
    type('Reading list', 'slash');
    await list.waitFor(() => document.activeElement?.getAttribute('type') === 'search');
    type('Reading list', ...'qingchen');
    const typed = await list.waitFor(() => {
      const value = document.querySelector<HTMLInputElement>('input[type=search]')?.value ?? '';
      return value.replaceAll(' ', '') === 'qingchen' && value;
    });
    type('Reading list', 'Escape');
    return typed === 'qing chen';
  } finally {
    await list.close();
  }
}

describe.skipIf(method === null)('with a pinyin input method', () => {
  beforeAll(() => {
    for (const [name, value] of Object.entries(method?.env ?? {})) vi.stubEnv(name, value);
  });
  // Hooks after the tests run last first: the browser is closed before its input method ends.
  afterAll(() => {
    method?.stop();
    vi.unstubAllEnvs();
  });
  const used = useBrowser({ headless: false });
  beforeAll(async () => {
    await saveByPopup(used, '/zh-Hans/news.html');
    await saveByPopup(used, '/en/news.html');
    await waitUntil('the input method, which takes hold of a browser in its own time', () => composes(used.browser));
  });

  test('text that is being composed is not searched for before it is committed, and is not lost', async () => {
    const list = await used.browser.openRecto('library');
    await list.waitFor(rowsAre, 2);
    const holds = (text: string) =>
      list.waitFor((wanted) => document.querySelector<HTMLInputElement>('input[type=search]')?.value === wanted, text);
    type('Reading list', 'slash');
    await list.waitFor(() => document.activeElement?.getAttribute('type') === 'search');
    type('Reading list', ...'qingchen');
    await holds('qing chen');
    expect(await list.evaluate(() => document.querySelector('.search-hint'))).toBeNull();
    expect(await rows(list)).toHaveLength(2);
    type('Reading list', 'space');
    await list.waitFor(() => document.querySelector('main mark')?.textContent === '清晨');
    expect(await rows(list)).toEqual(['最后一个点灯的人']);

    // Enter takes the letters as they are, and leads nowhere.
    type('Reading list', ...'wo');
    await holds('清晨wo');
    type('Reading list', 'Return');
    await list.waitFor(rowsAre, 0);
    expect(await list.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    // Esc takes back what is composed, and no more; then it empties the search.
    type('Reading list', ...'ha');
    await holds('清晨woha');
    type('Reading list', 'Escape');
    await holds('清晨wo');
    type('Reading list', 'Escape');
    await list.waitFor(rowsAre, 2);
    await list.close();
  });

  test('letter shortcuts of list and reader work while the input method is on', async () => {
    const list = await used.browser.openRecto('library');
    await list.waitFor(rowsAre, 2);
    type('Reading list', ...'jj');
    await list.waitFor(() => document.activeElement?.textContent === '最后一个点灯的人');
    await list.close();
    const tab = await openOverlay(used, '/en/news.html');
    const title = await tab.evaluate(() => document.title);
    const names = () => accessibleNames(tab);
    type(title, 'a');
    await expect.poll(names).toContain('Larger text');
    await tab.close();
  });

  test('Enter and Esc in the tag dialog only end the composition while a tag is being composed', async () => {
    const list = await used.browser.openRecto('library');
    await list.waitFor(rowsAre, 2);
    const holds = (text: string) =>
      list.waitFor(
        (wanted) => document.querySelector<HTMLInputElement>('dialog input[type=text]')?.value === wanted,
        text,
      );
    type('Reading list', ...'jt');
    await list.waitFor(() => document.activeElement?.matches('dialog input[type=text]'));
    type('Reading list', ...'ha');
    await holds('ha');
    type('Reading list', 'Escape');
    await holds('');
    type('Reading list', ...'ha');
    await holds('ha');
    type('Reading list', 'Return', ...'qingchen');
    await holds('haqing chen');
    type('Reading list', 'space');
    await holds('ha清晨');
    expect(await list.evaluate(() => document.querySelector('dialog li input'))).toBeNull();
    type('Reading list', 'Return');
    await list.waitFor(() => document.querySelector('dialog li')?.textContent === 'ha清晨');
    await holds('');
    type('Reading list', 'Escape');
    await list.waitFor(() => !document.querySelector('dialog[open]'));
    await list.close();
  });

  test('while a note is being composed no letter is a shortcut, and the note is stored', async () => {
    const list = await used.browser.openRecto('library');
    await list.clickNamed('最后一个点灯的人', 'link');
    const reader = await used.browser.waitForTab('/src/reader/reader.html');
    await reader.waitFor(() => {
      const text = document.querySelector('.page-body p')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 4);
      return text;
    });
    const title = await reader.evaluate(() => document.title);
    const isKept = (note: string) =>
      reader.waitFor(async (wanted) => {
        const reply = await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'highlight.list-all', input: {} });
        const [{ highlights }] = reply.value;
        return highlights.length === 1 && highlights[0].note === wanted;
      }, note);
    await reader.clickNamed('Note', 'button');
    await reader.waitFor(() => document.activeElement?.tagName === 'TEXTAREA');
    // The first letter of what is composed is not said to compose: here D, which takes a highlight away.
    type(title, ...'da', 'Return', ...'qingchen');
    await isKept('daqing chen');
    type(title, 'space');
    await isKept('da清晨');
    await reader.close();
  });
});
