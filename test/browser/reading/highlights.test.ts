import { expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { accessibleText } from '../steps/accessible-names.ts';
import { isDrawn } from '../steps/is-drawn.ts';
import { readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';
import { selectFirstWords } from './select-first-words.ts';

const used = useBrowser();
const TITLE = 'The lighthouse keepers of Skerry Sound are going home';

/** Runs in the page: selects the first `length` characters of a paragraph, as a person does with the keyboard. */
function selectStart(index: number, length: number): string {
  const roots: ParentNode[] = [
    document,
    ...[...document.documentElement.children].flatMap((host) => host.shadowRoot ?? []),
  ];
  const body = roots.flatMap((root) => root.querySelector('.page-body') ?? [])[0];
  const text = body?.querySelectorAll('p')[index]?.firstChild;
  if (!(text instanceof Text)) throw new Error('no text');
  getSelection()?.setBaseAndExtent(text, 0, text, length);
  return text.data.slice(0, length).trim();
}

/** Runs in the page: what is painted in each colour. */
const readPainted = (): Record<string, string[]> =>
  Object.fromEntries(
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('recto-'))
      .map(([name, ranges]) => [name.slice(6), [...ranges].map((range) => String(range).trim())]),
  );

let overlay: Tab;
let passage: string;

test('in the overlay the key h highlights the selection and saves the article, and a second h changes the colour', async () => {
  overlay = await used.browser.open(used.site.url('/en/news.html'));
  await overlay.pressShortcut('toggle-reader');
  await overlay.waitFor(readOverlay);
  passage = await overlay.evaluate(selectStart, 1, 24);
  await expect.poll(() => accessibleText(overlay)).toMatch(/Highlight[\s\S]*Note[\s\S]*Copy/);
  await overlay.press('h');
  await overlay.waitFor((wanted) => CSS.highlights.has('recto-yellow') && wanted, passage);
  await overlay.waitFor(isDrawn, 'recto-yellow');
  await expect.poll(() => accessibleText(overlay)).toContain('Undo');
  await overlay.press('h');
  await overlay.waitFor(() => CSS.highlights.has('recto-green') && !CSS.highlights.has('recto-yellow'));
});

test('Note opens the saved copy, where the note is typed and stored, and Esc closes it', async () => {
  await overlay.clickNamed('Note', 'button');
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  await reader.waitFor(() => document.activeElement?.tagName === 'TEXTAREA');
  await reader.type('ask');
  await reader.waitFor(async () => {
    const reply = await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'highlight.list-all', input: {} });
    return reply.value[0]?.highlights[0]?.note === 'ask';
  });
  expect(await reader.evaluate(readPainted)).toEqual({ green: [passage] });
  await reader.type(' Maren');
  await reader.press('Escape');
  await reader.waitFor(() => document.querySelector('.highlight-bar') === null);
  // What was typed last is kept all the same, and the keys are the reader's again.
  await reader.waitFor(async () => {
    const reply = await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'highlight.list-all', input: {} });
    return reply.value[0]?.highlights[0]?.note === 'ask Maren';
  });
  await reader.press('?');
  await reader.waitFor(() => document.querySelector('.key-sheet'));
  await reader.close();
});

test('writing a note restores a highlight that another window has just removed', async () => {
  const list = await used.browser.openRecto('library');
  const noted = await list.evaluate(async () => {
    const ask = (name: string, input: unknown) => chrome.runtime.sendMessage({ protocol: 'recto/1', name, input });
    const listed = async () => (await ask('highlight.list-all', {})).value[0]?.highlights ?? [];
    const [{ id, articleId, note }] = await listed();
    await ask('highlight.remove', { id, articleId });
    const removed = await listed();
    await ask('highlight.change', { id, articleId, note, noteBefore: 'ask' });
    return { removed, notes: (await listed()).map((highlight: { note: string }) => highlight.note) };
  });
  expect(noted).toEqual({ removed: [], notes: ['ask Maren'] });
  await list.close();
});

test('a web page gets neither notes nor highlights of another page', async () => {
  await overlay.activate();
  expect(await accessibleText(overlay)).not.toContain('ask Maren');
});

/** Runs in a page of Recto: another window gives the first highlight of the list a colour. */
async function recolourFirst(colour: string): Promise<void> {
  const ask = (name: string, input: unknown) => chrome.runtime.sendMessage({ protocol: 'recto/1', name, input });
  const [{ id, articleId }] = (await ask('highlight.list-all', {})).value[0].highlights;
  await ask('highlight.change', { id, articleId, colour });
}

test('full view shows changes that other windows made to its highlights when the user comes back to it', async () => {
  for (const colour of ['blue', 'green']) {
    const list = await used.browser.openRecto('library');
    await list.evaluate(recolourFirst, colour);
    await list.close();
    await overlay.activate();
    await overlay.waitFor(
      (name, wanted) => String([...(CSS.highlights.get(name) ?? [])][0]) === wanted,
      `recto-${colour}`,
      passage,
    );
  }
});

test('in the saved copy a passage across paragraphs can be highlighted with the mouse, recoloured and removed, with Undo', async () => {
  const list = await used.browser.openRecto('library');
  await list.clickNamed(TITLE, 'link');
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  await reader.waitFor(() => document.querySelectorAll('.page-body p').length > 3);
  await reader.evaluate(() => {
    const [, , from, to] = document.querySelectorAll('.page-body p');
    if (from?.firstChild && to?.firstChild) getSelection()?.setBaseAndExtent(from.firstChild, 4, to.firstChild, 10);
  });
  const selected = await reader.evaluate(() => String(getSelection()));
  await reader.clickNamed('Highlight', 'button');
  await reader.waitFor(() => CSS.highlights.get('recto-yellow')?.size === 1);
  await reader.clickNamed('Pink', 'button');
  await reader.waitFor(() => CSS.highlights.get('recto-pink')?.size === 1);
  await reader.waitFor(isDrawn, 'recto-pink');
  const painted = (await reader.evaluate(readPainted))['pink']?.[0] ?? '';
  expect(painted.replace(/\s+/g, ' ')).toBe(selected.replace(/\s+/g, ' ').trim());
  await reader.clickNamed('Remove', 'button');
  await reader.waitFor(() => !CSS.highlights.has('recto-pink'));
  await reader.clickNamed('Undo', 'button');
  await reader.waitFor(() => CSS.highlights.get('recto-pink')?.size === 1);
  // In a region that screen readers listen to.
  await reader.waitFor(() => document.querySelector('.reader-said[role=status]')?.textContent === 'Undone');
});

/** Runs in the page: brings a paragraph into the window, and gives a point in its first words. */
function showStart(index: number): [number, number] | null {
  const roots = [document, ...[...document.documentElement.children].flatMap((host) => host.shadowRoot ?? [])];
  const text = roots.flatMap((root) => [...root.querySelectorAll('.page-body p')])[index];
  text?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = text?.getBoundingClientRect();
  return box ? [box.left + 20, box.top + 12] : null;
}

/** Runs in the page: notes what a press of the secondary button finds, and keeps the browser's menu away. `early`: before Recto keeps the press from the page. */
function noteMenu(early: boolean): void {
  const note = (event: Event) => {
    document.documentElement.dataset['menu'] = event.defaultPrevented ? 'prevented' : String(getSelection()).trim();
    event.preventDefault();
  };
  addEventListener('contextmenu', note, { capture: early });
}

async function openFullView(): Promise<Tab> {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.evaluate(noteMenu, true);
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  return tab;
}

async function openCopy(): Promise<Tab> {
  const tab = await used.browser.waitForTab('/src/reader/reader.html');
  await tab.activate();
  await tab.evaluate(noteMenu, false);
  return tab;
}

test.each([
  ['full view', openFullView],
  ['the saved copy', openCopy],
])(
  "in %s the selection stays while its bar is shown, for Ctrl+C and the browser's context menu",
  async (_what, open) => {
    const tab = await open();
    const [x, y] = await tab.waitFor(showStart, 5);
    const words = await tab.evaluate(selectStart, 5, 24);
    const isOffered = async () => /Highlight\n[\s\S]*Note\n/.test(await accessibleText(tab));
    const selected = () => tab.evaluate(() => String(getSelection()).trim());
    await expect.poll(isOffered).toBe(true);
    await tab.press('Control+c');
    expect(await selected()).toBe(words);
    await tab.pressSecondary(x, y);
    expect(await tab.waitFor(() => document.documentElement.dataset['menu'])).toBe(words);
    expect(await selected()).toBe(words);
    expect(await isOffered()).toBe(true);
    used.site.serve('/paste.html', '<!doctype html><title>Paste</title><textarea autofocus></textarea>');
    const paste = await used.browser.open(used.site.url('/paste.html'));
    await paste.click('textarea');
    await paste.press('Control+v');
    expect(await paste.waitFor(() => document.querySelector('textarea')?.value)).toContain(words);
    await paste.close();
  },
);

test('one page lists all highlights, which can be searched, opened at their passage and copied as Markdown', async () => {
  const page = await used.browser.openRecto('library#highlights');
  await page.waitFor(() => document.querySelectorAll('.highlights blockquote').length === 2);
  await page.click('.highlights-tools input');
  await page.type('maren');
  await page.waitFor(() => document.querySelectorAll('.highlights blockquote').length === 1);
  expect(await page.evaluate(() => document.querySelector('.highlights blockquote')?.textContent)).toBe(
    `${passage}ask Maren`,
  );
  await page.clickNamed('Copy as Markdown', 'button');
  await page.waitFor(() => document.querySelector('.highlights-tools [role=status]')?.textContent === 'Copied');
  used.site.serve('/paste.html', '<!doctype html><title>Paste</title><textarea autofocus></textarea>');
  const paste = await used.browser.open(used.site.url('/paste.html'));
  await paste.click('textarea');
  await paste.press('Control+v');
  const copied = await paste.waitFor(() => document.querySelector('textarea')?.value);
  expect(copied).toContain(TITLE);
  expect(copied).toContain(`> ${passage}`);
  expect(copied).toContain('ask Maren');
  await paste.close();
  await page.activate();
  await page.clickNamed(passage, 'link');
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  await reader.waitFor(() => CSS.highlights.get('recto-green')?.size === 1);
  // Keys are for the highlight, not for its note.
  await page.waitFor(() => document.querySelector('.highlight-bar .highlight-note'));
  expect(await page.evaluate(() => document.querySelector('.highlight-field'))).toBeNull();
});

test('in a private window the highlight that asked whether the article may be kept is made once it may', async () => {
  const tab = await used.browser.open(used.site.url('/de/news.html'), 'private-window');
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  const words = await tab.evaluate(selectStart, 1, 20);
  await tab.clickNamed('Highlight', 'button');
  await tab.clickNamed('Keep', 'button');
  await tab.waitFor((wanted) => String([...(CSS.highlights.get('recto-yellow') ?? [])][0]).trim() === wanted, words);
  // As a highlight that saves an article anywhere, it goes with the save.
  await tab.clickNamed('Undo', 'button');
  await tab.waitFor(() => !CSS.highlights.get('recto-yellow')?.size);
  await tab.close();
});

test('the highlight bar can be turned off, and the key still highlights', async () => {
  const reader = await used.browser.waitForTab('/src/reader/reader.html');
  await reader.activate();
  await reader.evaluate(() => chrome.storage.local.set({ 'settings.highlightBar': false }));
  await reader.reload();
  await reader.waitFor(() => CSS.highlights.get('recto-pink')?.size === 1);
  await reader.evaluate(() => {
    // The bar of a highlight offers no Highlight: what does is the bar of a selection.
    new MutationObserver(() => {
      const buttons = [...document.querySelectorAll('.highlight-bar button')];
      if (buttons.some(({ textContent }) => textContent === 'Highlight')) document.body.dataset['offered'] = 'yes';
    }).observe(document.body, { childList: true, subtree: true });
  });
  await reader.evaluate(selectFirstWords, 5);
  const words = await reader.evaluate(() => String(getSelection()).trim());
  // The key does nothing until the selection has rested.
  await expect
    .poll(async () => {
      await reader.press('h');
      return Object.values(await reader.evaluate(readPainted)).flat();
    })
    .toContain(words);
  expect(await reader.evaluate(() => document.body.dataset['offered'] ?? 'no')).toBe('no');
});
