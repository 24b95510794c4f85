import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { accessibleText } from '../steps/accessible-names.ts';
import { overlayIsGone, readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

const sentence = 'The tide came in over the flats and the birds went up in one long sheet, turned, and settled again. ';
const pageOf = (title: string, last: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1>${`<p>${sentence.repeat(4)}</p>`.repeat(8)}<p>${last}</p></article></html>`;

async function readInPlace(path: string, where: 'tab' | 'private-window' = 'tab'): Promise<Tab> {
  const tab = await used.browser.open(used.site.url(path), where);
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  return tab;
}

/** The names of all buttons. */
const buttons = async (tab: Tab): Promise<string[]> =>
  (await tab.accessibilityTree()).filter(({ role }) => /button/i.test(role)).map(({ name }) => name);

/** Runs in the page: whether full view shows the beginning of its article. */
const isAtTop = (): boolean =>
  document.documentElement.lastElementChild?.shadowRoot?.querySelector('dialog')?.scrollTop === 0;

async function leave(tab: Tab): Promise<void> {
  await tab.press('Escape');
  await tab.waitFor(overlayIsGone);
  await tab.close();
}

test('on a page that changed since it was saved the overlay says so, updates the copy, and opens the saved one', async () => {
  used.site.serve('/changing.html', pageOf('A harbour in spring', 'The first ending.'));
  const tab = await readInPlace('/changing.html');
  await tab.clickNamed('Save', 'button');
  await tab.clickNamed('Undo', 'button');
  await tab.clickNamed('Save', 'button');
  await expect.poll(() => accessibleText(tab)).toContain('Undo');
  await leave(tab);

  used.site.serve('/changing.html', pageOf('A harbour in spring', 'The second ending.'));
  const changed = await readInPlace('/changing.html');
  await expect.poll(() => accessibleText(changed)).toMatch(/Update copy[\s\S]*Open saved copy/);
  await changed.clickNamed('Open saved copy', 'button');
  const before = await used.browser.waitForTab('/src/reader/reader.html');
  expect(await before.waitFor(() => document.querySelector('.page-body')?.textContent)).toContain('The first ending.');
  await before.close();
  await changed.activate();
  await changed.clickNamed('Update copy', 'button');
  await expect.poll(() => accessibleText(changed)).not.toContain('Update copy');
  await leave(changed);

  const again = await readInPlace('/changing.html');
  await expect.poll(() => accessibleText(again)).toMatch(/Saved/);
  expect(await accessibleText(again)).not.toContain('Update copy');
  // No page hears a tag that is typed, nor sees which there are.
  await again.clickNamed('Tags', 'button');
  const tagged = await used.browser.waitForTab('/src/reader/reader.html');
  await tagged.waitFor(() => document.activeElement?.matches('.tag-dialog input'));
  await tagged.type('sea');
  await tagged.press('Enter');
  await tagged.press('Enter');
  await tagged.waitFor(() => document.querySelector('.reader-bar-notice')?.textContent?.startsWith('Tags changed'));
  expect(await tagged.evaluate(() => location.hash)).not.toContain('tags');
  await tagged.close();
  await again.activate();
  await leave(again);
});

test('full view shows, when the user comes back to it, that the list has deleted or restored its article', async () => {
  used.site.serve('/elsewhere.html', pageOf('A harbour elsewhere', 'Its ending.'));
  const tab = await readInPlace('/elsewhere.html');
  await tab.press('s');
  await expect.poll(() => accessibleText(tab)).toContain('Undo');
  const list = await used.browser.openRecto('library');
  const newest = () => list.evaluate(() => document.querySelector('.row-title')?.textContent ?? '');
  // Rows go and come at once; what is told below them comes when it is done.
  const told = () => list.evaluate(() => document.querySelector('.undo-told')?.textContent ?? '');
  await expect.poll(newest).toBe('A harbour elsewhere');
  await list.press('j');
  await list.press('#');
  await expect.poll(newest).not.toBe('A harbour elsewhere');
  await expect.poll(told).toContain('A harbour elsewhere');
  await tab.activate();
  await expect.poll(async () => (await accessibleText(tab)).split('\n')).toContain('Save');
  await list.activate();
  await list.clickNamed('Undo', 'button');
  await expect.poll(newest).toBe('A harbour elsewhere');
  await expect.poll(told).toBe('Undone');
  await tab.activate();
  await expect.poll(() => accessibleText(tab)).toMatch(/^Saved/m);
  await list.close();
  await leave(tab);
});

test('a kept article is archived and deleted in full view, at its end and by key, and Undo takes that back', async () => {
  used.site.serve('/put-away.html', pageOf('A harbour put away', 'Its ending.'));
  const tab = await readInPlace('/put-away.html');
  expect(await buttons(tab)).not.toContain('Delete');
  await tab.press('s');
  await expect.poll(() => buttons(tab)).toContain('Archive');
  await tab.clickNamed('Archive', 'button');
  await expect.poll(() => buttons(tab)).not.toContain('Archive');
  // The second half of a double click: Delete may be there by now.
  await tab.clickAgain();
  // The focus went with the control: keys still reach the article.
  await tab.press('Home');
  await tab.waitFor(isAtTop);
  await tab.press('u');
  await expect.poll(() => buttons(tab)).toContain('Archive');

  await tab.press('#');
  await expect.poll(() => buttons(tab)).toContain('Save');
  const list = await used.browser.openRecto('library');
  const newest = () => list.evaluate(() => document.querySelector('.row-title')?.textContent ?? 'none');
  await list.waitFor(() => document.querySelector('h1')?.textContent === 'Reading list');
  expect(await newest()).not.toBe('A harbour put away');
  await tab.activate();
  await tab.clickNamed('Undo', 'button');
  await expect.poll(() => accessibleText(tab)).toMatch(/^Saved/m);
  await expect.poll(newest).toBe('A harbour put away');
  await list.close();
  await leave(tab);
});

test('a page without an article says so, and can be shown anyway or saved as a link', async () => {
  used.site.serve('/', readFileSync(join(import.meta.dirname, '../../site/not-articles/home.html')));
  const tab = await used.browser.open(used.site.url('/'));
  await tab.pressShortcut('toggle-reader');
  await expect.poll(() => accessibleText(tab)).toContain('This does not look like an article.');
  await tab.clickNamed('Save link', 'button');
  await expect.poll(() => accessibleText(tab)).toContain('Back to the page');
  await expect.poll(() => accessibleText(tab)).not.toContain('Save link');
  await tab.clickNamed('Show anyway', 'button');
  expect((await tab.waitFor(readOverlay)).text).toContain('Otters back in the river');
  await leave(tab);
  const list = await used.browser.openRecto('library');
  expect(await list.waitFor(() => document.querySelector('main li[data-id]')?.textContent)).toContain('Not kept yet');
  await list.close();
});

test('a private window asks before the overlay saves', async () => {
  const tab = await readInPlace('/de/news.html', 'private-window');
  await tab.clickNamed('Save', 'button');
  await tab.clickNamed('Not now', 'button');
  await expect.poll(() => accessibleText(tab)).not.toContain('Not now');
  expect(await accessibleText(tab)).not.toContain('Undo');
  await tab.clickNamed('Save', 'button');
  await tab.clickNamed('Keep', 'button');
  await expect.poll(() => accessibleText(tab)).toContain('Undo');
  await leave(tab);
});

test('when a page covers the reader again and again, it offers to open the saved copy in the reader tab', async () => {
  const tab = await readInPlace('/en/busy.html');
  await tab.clickNamed('Save', 'button');
  await tab.evaluate(async () => {
    const modal = document.createElement('dialog');
    document.body.append(modal);
    for (let turn = 0; turn < 4; turn += 1) {
      modal.showModal();
      // Each frame the reader has had its chance to come back.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      modal.close();
    }
  });
  await tab.clickNamed('Open saved copy', 'button');
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  expect(await reader.waitFor(() => document.querySelector('.page-title')?.textContent)).toContain('something to lose');
});

declare global {
  interface Window {
    rectoWrites?: 'wait' | 'go' | 'lose highlights';
  }
}

/**
 * Runs in a page of Recto: what is to be written, and any question about highlights, waits while `rectoWrites` is `wait`, as
 * behind a slow disk.
 */
async function holdWrites(): Promise<void> {
  const request = indexedDB.open('recto-library');
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  const transaction = request.result.transaction(['metadata', 'highlights'], 'readwrite');
  window.rectoWrites = 'wait';
  const hold = () => {
    if (window.rectoWrites === 'wait') transaction.objectStore('metadata').count().onsuccess = hold;
    else if (window.rectoWrites === 'lose highlights') transaction.objectStore('highlights').clear();
  };
  transaction.oncomplete = () => request.result.close();
  hold();
}

/** Runs in a page of Recto: the passages that are kept. */
async function keptPassages(): Promise<string[]> {
  const { value } = await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'highlight.list-all', input: {} });
  return value.flatMap(({ highlights }: { highlights: { exact: string }[] }) => highlights.map(({ exact }) => exact));
}

/** Selects the first words of a paragraph, where they are seen, and waits until they can be highlighted. */
async function select(tab: Tab, paragraph: number): Promise<void> {
  await tab.evaluate(() => getSelection()?.removeAllRanges());
  await expect.poll(() => accessibleText(tab)).not.toMatch(/^Highlight$/m);
  await tab.evaluate((index) => {
    const roots = Array.from(document.documentElement.children, ({ shadowRoot }) => shadowRoot);
    const body = roots.map((root) => root?.querySelector('.page-body')).find((found) => found);
    const text = body?.querySelectorAll('p')[index]?.firstChild;
    text?.parentElement?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    if (text) getSelection()?.setBaseAndExtent(text, 0, text, 17);
  }, paragraph);
  await expect.poll(() => accessibleText(tab)).toMatch(/^Highlight$/m);
}

/** Runs in the page: whether a passage is painted in full view, in the colour that was chosen last. */
const isMarked = (): boolean => [...CSS.highlights.keys()].some((name) => /^recto-(?!page-)/.test(name));

const roles = async (tab: Tab): Promise<string[]> => (await tab.accessibilityTree()).map(({ role }) => role);

test('a highlight made while the page is being saved is kept, and a failure is shown until it is closed or followed', async () => {
  used.site.serve('/slow.html', pageOf('A slow disk', 'The end.'));
  const recto = await used.browser.openRecto('permission');
  const tab = await readInPlace('/slow.html');
  await select(tab, 1);
  await recto.evaluate(holdWrites);
  await tab.activate();
  await tab.press('s');
  await tab.press('h');
  expect(await tab.evaluate(isMarked)).toBe(false);
  await recto.evaluate(() => {
    window.rectoWrites = 'go';
  });
  await tab.waitFor(isMarked);
  expect(await recto.evaluate(keptPassages)).toEqual(['The tide came in']);

  const fail = async () => {
    // The highlight goes while its new colour is on the way: it would not be there to be coloured if it were read anew before.
    const before = await tab.waitFor(() => [...CSS.highlights.keys()].join());
    await recto.evaluate(holdWrites);
    await tab.press('h');
    await tab.waitFor((keys) => [...CSS.highlights.keys()].join() !== keys, before);
    await recto.evaluate(() => {
      window.rectoWrites = 'lose highlights';
    });
    await expect.poll(() => roles(tab)).toContain('alert');
    // What is kept is read again then, and nothing is: whatever is marked later is a new highlight.
    await expect.poll(() => tab.evaluate(isMarked)).toBe(false);
  };
  await fail();
  // Full view itself has a button of that name as well.
  const [x, y] = await tab.askNamed('', 'alert', (line): [number, number] => {
    const box = line.querySelector('button')?.getBoundingClientRect();
    return box ? [box.left + box.width / 2, box.top + box.height / 2] : [0, 0];
  });
  await tab.finger('down', x, y);
  await tab.finger('up', x, y);
  await expect.poll(() => roles(tab)).not.toContain('alert');

  await select(tab, 2);
  await tab.press('h');
  await tab.waitFor(isMarked);
  await fail();
  await select(tab, 3);
  await tab.press('h');
  await tab.waitFor(isMarked);
  await expect.poll(() => roles(tab)).not.toContain('alert');
  await fail();
  await leave(tab);
});
