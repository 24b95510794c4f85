import { expect, test } from 'vitest';
import { browserUnderTest } from '../driver/launch-browser.ts';
import { accessibleText } from '../steps/accessible-names.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

/** Runs in a page of Recto: how many pictures of the newest article are kept. */
async function keptPictures(): Promise<number> {
  const ask = async (name: string, input: object) =>
    (await chrome.runtime.sendMessage({ protocol: 'recto/1', name, input })).value;
  const { items } = await ask('library.list', { place: 'list', limit: 1 });
  return items[0] ? (await ask('article.receipt', { id: items[0].id })).kept : 0;
}

const listedTitles = () =>
  Array.from(document.querySelectorAll('main li[data-id]')).map((row) => row.textContent ?? '');

test('a private window reads in place', async () => {
  const tab = await used.browser.open(used.site.url('/de/news.html'), 'private-window');
  await tab.pressShortcut('toggle-reader');
  expect((await tab.waitFor(readOverlay)).title).toBe('Das Archiv hinter dem Deich');
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
});

test('a private window asks before it saves, and nothing is written before the answer', async () => {
  const list = await used.browser.openRecto('library');
  await list.waitFor(() => document.body.textContent?.includes('Nothing saved yet'));
  const tab = await used.browser.open(used.site.url('/de/news.html?private'), 'private-window');
  const popup = await tab.pressToolbar();
  await popup.clickNamed('Save', 'button');
  await popup.waitFor(() => document.body.textContent?.includes('Keep this in your normal list?'));
  expect(await list.evaluate(listedTitles)).toEqual([]);
  await popup.clickNamed('Keep', 'button');
  await popup.waitFor(() => document.body.textContent?.includes('Saved in your reading list'));
  await popup.close();
  await list.activate();
  await list.waitFor(() => document.querySelector('main li[data-id]')?.textContent?.includes('Das Archiv'));
});

test('an article kept from a private window is kept with its pictures', async () => {
  const list = await used.browser.openRecto('library');
  const tab = await used.browser.open(used.site.url('/en/pictures.html'), 'private-window');
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await tab.clickNamed('Save', 'button');
  await tab.clickNamed('Keep', 'button');
  await expect.poll(() => accessibleText(tab)).toContain('Undo');
  await list.activate();
  await list.waitFor(keptPictures);
  await tab.activate();
  await tab.clickNamed('Undo', 'button');
  await expect.poll(() => accessibleText(tab)).not.toContain('Undo');
  await tab.close();
});

test('two windows stay in step', async () => {
  const first = await used.browser.openRecto('library');
  const second = await used.browser.open(`${used.browser.origin}/src/library/library.html`, 'window');
  const seeInBoth = async (look: () => boolean): Promise<void> => {
    for (const list of [first, second]) {
      await list.activate();
      await list.waitFor(look);
    }
  };
  const tab = await used.browser.open(used.site.url('/ja/news.html'));
  const popup = await tab.pressToolbar();
  await popup.clickNamed('Save', 'button');
  await popup.clickNamed(/^Saved/, 'button');
  await popup.close();
  await tab.close();
  await seeInBoth(() => document.querySelector('main li[data-id]')?.textContent?.includes('井戸の水') === true);
  await second.clickNamed(/^Delete: 井戸の水/, 'button');
  // By itself, so that a failure tells a press that was lost from a change that did not come.
  await second.waitFor(() => document.body.innerText.match(/Deleted: .?井戸の水/u));
  await seeInBoth(() =>
    Array.from(document.querySelectorAll('main li[data-id]')).every((row) => !row.textContent?.includes('井戸の水')),
  );
});

// Chromium shows no page of Recto's in a private window.
test.runIf(browserUnderTest() === 'firefox')('a private window stays in step with what changes elsewhere', async () => {
  const address = `${used.browser.origin}/src/library/library.html`;
  const hidden = await used.browser.open(address, 'private-window');
  await hidden.waitFor(() => document.querySelector('main li[data-id]')?.textContent?.includes('Das Archiv'));
  const list = await used.browser.openRecto('library');
  await list.clickNamed(/^Delete: Das Archiv/, 'button');
  await hidden.waitFor(() => document.querySelector('main li[data-id]') === null);
  await list.clickNamed('Undo', 'button');
  await hidden.waitFor(() => document.querySelector('main li[data-id]')?.textContent?.includes('Das Archiv'));
  await hidden.close();
});
