import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isZoomedTo, zoomAllTabs } from '../steps/narrow.ts';
import { readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();
const TITLE = 'Das Archiv hinter dem Deich';

test('a saved link says that its text is not stored yet, opens on the web, and becomes the article when Recto is called there', async () => {
  used.site.serve('/soon.html', '<!doctype html><title>A page that is still empty</title>');
  const empty = await used.browser.open(used.site.url('/soon.html'));
  const popup = await empty.pressToolbar();
  await popup.clickNamed('Save link', 'button');
  await popup.waitFor(() => document.body.textContent?.includes('Link saved'));
  await popup.close();
  await empty.close();
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('main li[data-id]')?.textContent?.includes('Not kept yet'));

  used.site.serve('/soon.html', readFileSync(join(import.meta.dirname, '../../site/de/news.html')));
  await list.clickNamed('A page that is still empty', 'link');
  const tab = await used.browser.waitForTab('/soon.html');
  await tab.waitFor(() => document.readyState === 'complete');
  await tab.pressShortcut('toggle-reader');
  expect((await tab.waitFor(readOverlay)).title).toBe(TITLE);
  await list.activate();
  const row = await list.waitFor((title) => {
    const found = document.querySelector('main li[data-id]')?.textContent;
    return found?.includes(title) && found;
  }, TITLE);
  expect(row).not.toContain('Not kept yet');
  expect(await list.evaluate(() => document.querySelectorAll('main li[data-id]').length)).toBe(1);
});

test('at 400 % the row of a saved link shows the whole hint and all its actions', async () => {
  const list = await used.browser.openRecto('library');
  onTestFinished(() => zoomAllTabs(list, 1));
  await zoomAllTabs(list, 4);
  await list.waitFor(isZoomedTo, 4);
  await list.evaluate(async () => {
    const input = { url: 'https://news.example/a-link', title: 'A link' };
    await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'link.save', input });
  });
  await list.waitFor(() => document.querySelector('.row-note')?.getBoundingClientRect().height);
  const seen = await list.evaluate(() => {
    const note = document.querySelector('.row-note') ?? document.body;
    const row = note.closest('.row') ?? document.body;
    const [words, facts, actions] = [note, note.parentElement, row.querySelector('.row-actions')].map((part) =>
      (part ?? row).getBoundingClientRect(),
    );
    if (!words || !facts || !actions) return null;
    return {
      isWhole: note.scrollWidth <= note.clientWidth && words.bottom <= facts.bottom + 1,
      isAboveActions: facts.bottom <= actions.top,
      isInRow: actions.bottom <= row.getBoundingClientRect().bottom,
    };
  });
  expect(seen).toEqual({ isWhole: true, isAboveActions: true, isInRow: true });
});
