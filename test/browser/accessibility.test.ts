import { describe, expect, test } from 'vitest';
import { runAxe } from './run-axe.ts';
import { useBrowser } from './use-browser.ts';

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  const used = useBrowser({ colorScheme });

  test('in the popup: article, type panel, saved, list', async () => {
    const tab = await used.browser.open(used.site.url('/en/news.html'));
    const popup = await tab.pressToolbar();
    await popup.waitFor(() => document.querySelector('.page-body p'));
    expect(await runAxe(popup)).toEqual([]);
    await popup.press('a');
    await popup.waitFor(() => document.querySelector('.type-panel'));
    expect(await runAxe(popup)).toEqual([]);
    await popup.press('a');
    await popup.press('s');
    await popup.waitFor(() => /Saved/.test(document.querySelector('.popup-bar')?.textContent ?? ''));
    expect(await runAxe(popup)).toEqual([]);
    await popup.press('l');
    await popup.waitFor(() => document.querySelector('.row-title'));
    expect(await runAxe(popup)).toEqual([]);
    await popup.close();
  });

  test('in the library: list, search, keys, empty archive, settings', async () => {
    const list = await used.browser.openRecto('library');
    await list.waitFor(() => document.querySelector('.row-title'));
    await list.press('j');
    expect(await runAxe(list)).toEqual([]);
    await list.press('?');
    await list.waitFor(() => document.querySelector('.key-help[open]'));
    expect(await runAxe(list)).toEqual([]);
    await list.press('Escape');
    await list.clickNamed('Archive', 'link');
    await list.waitFor(() => document.querySelector('.empty'));
    expect(await runAxe(list)).toEqual([]);
    await list.clickNamed('Settings', 'link');
    await list.waitFor(() => document.querySelector('.settings .type-panel'));
    expect(await runAxe(list)).toEqual([]);
    await list.close();
  });

  test('on the first page', async () => {
    const welcome = await used.browser.openRecto('welcome');
    await welcome.waitFor(() => document.querySelector('.steps'));
    expect(await runAxe(welcome)).toEqual([]);
    await welcome.close();
  });
});
