import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { waitUntil } from '../driver/wait-until.ts';
import { openOverlay } from '../steps/open-surfaces.ts';
import { pressShortcutAgain } from '../steps/press-shortcut-again.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();
let library: Tab | undefined;

test('every suggested key is the one that is set', async () => {
  library ??= await used.browser.openRecto('library');
  const keys = await library.waitFor(async () => {
    const commands = await chrome.commands.getAll();
    return commands.every(({ shortcut }) => shortcut) && commands.map(({ shortcut }) => shortcut).sort();
  });
  expect(keys).toEqual(['Alt+K', 'Alt+L', 'Alt+P', 'Alt+R']);
});

/** Titles in the reading list, asked in one of Recto's own pages, which stays open behind. */
async function listedTitles(): Promise<string[]> {
  library ??= await used.browser.openRecto('library');
  return library.evaluate(async () => {
    const input = { place: 'list', limit: 100 };
    const reply = await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'library.list', input });
    return reply.value.items.map((item: { title: string }) => item.title);
  });
}

const waitForButton = (tab: Tab, name: string) =>
  waitUntil(`a button named ${name}`, async () =>
    (await tab.accessibilityTree()).some((node) => node.role === 'button' && node.name === name),
  );

test('the save command saves the page and shows a notice in it, and Undo takes it back', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.pressShortcut('save-page');
  await waitForButton(tab, 'Undo');
  const nodes = await tab.accessibilityTree();
  expect(nodes).toContainEqual({ role: 'group', name: 'Recto' });
  expect(nodes.map((node) => node.role)).toContain('status');
  expect(await listedTitles()).toHaveLength(1);
  await tab.activate();
  await tab.clickNamed('Undo', 'button');
  await waitUntil('the list is empty again', async () => (await listedTitles()).length === 0);
});

test('elements named as the scripts of a save do not keep the page from being saved', async () => {
  const before = (await listedTitles()).length;
  const tab = await used.browser.open(used.site.url('/hostile/named-elements.html'));
  await tab.pressShortcut('save-page');
  await waitForButton(tab, 'Undo');
  expect(await listedTitles()).toHaveLength(before + 1);
  await tab.activate();
  await tab.clickNamed('Undo', 'button');
  await waitUntil('it is taken back', async () => (await listedTitles()).length === before);
});

test('the page can neither press nor read the notice', async () => {
  const tab = await used.browser.open(used.site.url('/hostile/css.html'));
  await tab.pressShortcut('save-page');
  await waitForButton(tab, 'Undo');
  const seen = await tab.evaluate(() => {
    const hosts = [...document.querySelectorAll('html > div')];
    for (const host of hosts) host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    return { hosts: hosts.length, open: hosts.filter((host) => host.shadowRoot).length };
  });
  expect(seen).toEqual({ hosts: 1, open: 0 });
  expect(await listedTitles()).toHaveLength(1);
});

test('a page without an article is not saved, but its link can be', async () => {
  const before = await listedTitles();
  used.site.serve('/blank', '<!doctype html><title>A page that is still empty</title>');
  const tab = await used.browser.open(used.site.url('/blank'));
  await tab.pressShortcut('save-page');
  await waitForButton(tab, 'Save link');
  expect(await listedTitles()).toEqual(before);
  await tab.activate();
  await tab.clickNamed('Save link', 'button');
  await waitForButton(tab, 'Undo');
  expect(await listedTitles()).toHaveLength(before.length + 1);
});

test('the second story of a single-page site is saved as itself', async () => {
  const tab = await used.browser.open(used.site.url('/spa/index.html'));
  await tab.pressShortcut('save-page');
  await waitUntil('the first story', async () => (await listedTitles()).some((title) => title.includes('First')));
  await tab.activate();
  await tab.click('#next');
  await tab.pressShortcut('save-page');
  await waitUntil('both stories', async () => {
    const titles = await listedTitles();
    return titles.some((title) => title.includes('Second')) && titles.some((title) => title.includes('First'));
  });
});

/** Runs in one of Recto's own pages: has the notice ask in the tab of an address, as "Save link" does in a private window. */
async function askInTab(url: string): Promise<void> {
  const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
  const target = { tabId: tab?.id ?? -1 };
  await chrome.scripting.executeScript({ target, files: ['/src/content/save-notice.iife.js'] });
  const ask = () => globalThis.rectoSaveNotice?.askToSaveLink({ url: location.href, title: 'A link' });
  await chrome.scripting.executeScript({ target, func: ask });
}

test('the notice over full view can be used there, and goes away with it', async () => {
  const before = await listedTitles();
  const tab = await openOverlay(used, '/en/handbook.html');
  await library?.evaluate(askInTab, used.site.url('/en/handbook.html'));
  await tab.activate();
  await waitForButton(tab, 'Keep');
  await tab.clickNamed('Keep', 'button');
  await waitForButton(tab, 'Undo');
  expect((await listedTitles()).length).toBe(before.length + 1);
  await tab.activate();
  await tab.clickNamed('Undo', 'button');
  await waitUntil('the link is gone', async () => (await listedTitles()).length === before.length);
  await tab.activate();
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  await tab.close();
});

test('in a private window the save command asks, and nothing is stored before the answer', async () => {
  const before = (await listedTitles()).length;
  const tab = await used.browser.open(used.site.url('/de/news.html'), 'private-window');
  await tab.pressShortcut('save-page');
  await waitForButton(tab, 'Keep');
  expect(await listedTitles()).toHaveLength(before);
  await tab.activate();
  await tab.clickNamed('Keep', 'button');
  await waitUntil('one more', async () => (await listedTitles()).length === before + 1);
});

test('the notice is not printed, and is removed when full view opens', async () => {
  const tab = await used.browser.open(used.site.url('/ko/news.html'));
  const printed = await tab.printedText();
  await tab.pressShortcut('save-page');
  await waitForButton(tab, 'Undo');
  expect(await tab.printedText()).toBe(printed);
  await tab.activate();
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  await tab.close();
});

test('on a page that has changed since it was saved the notice says so and can update the copy', async () => {
  const page = (text: string) =>
    `<!doctype html><title>The tide table</title><article><h1>The tide table</h1>${`<p>${text} The water comes twice a day, and whoever lives by it knows when, since the table hangs in every kitchen of the island and is read aloud.</p>`.repeat(4)}</article>`;
  used.site.serve('/tides-of-today', page('It was printed in May.'));
  const tab = await used.browser.open(used.site.url('/tides-of-today'));
  await tab.pressShortcut('save-page');
  await waitForButton(tab, 'Undo');
  used.site.serve('/tides-of-today', page('It was printed anew in June, with two mistakes less.'));
  await tab.reload();
  await pressShortcutAgain(tab, 'save-page');
  await waitForButton(tab, 'Update copy');
  await tab.clickNamed('Update copy', 'button');
  await waitUntil('the copy is updated', async () => {
    const kept = await library?.evaluate(async (url) => {
      const reply = await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'article.find', input: { url } });
      return reply.value?.updatedAt > reply.value?.savedAt;
    }, used.site.url('/tides-of-today'));
    return kept === true;
  });
  await tab.close();
});
