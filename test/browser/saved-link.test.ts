import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOverlay } from './read-overlay.ts';
import { useBrowser } from './use-browser.ts';

const used = useBrowser();
const TITLE = 'Das Archiv hinter dem Deich';

test('a saved link says that it is not kept yet, opens on the web, and becomes the article once Recto is called there', async () => {
  used.site.serve('/soon.html', '<!doctype html><title>A page that is still empty</title>');
  const empty = await used.browser.open(used.site.url('/soon.html'));
  const popup = await empty.pressToolbar();
  await popup.clickNamed('Save link', 'button');
  await popup.waitFor(() => document.body.textContent?.includes('Link saved'));
  await popup.close();
  await empty.close();
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('main li[data-id]')?.textContent?.includes('Not kept yet'));

  used.site.serve('/soon.html', readFileSync(join(import.meta.dirname, '../site/de/news.html')));
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
