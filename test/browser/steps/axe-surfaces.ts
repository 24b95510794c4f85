import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tab, View } from '../driver/browser-driver.ts';
import { buildOf } from '../driver/build-of.ts';
import { browserUnderTest } from '../driver/launch-browser.ts';
import type { UsedBrowser } from '../use-browser.ts';
import { readOverlay } from './read-overlay.ts';
import { axeInThemes } from './run-axe.ts';

/**
 * A copy of the build in which the roots of the overlay's controls are open: axe, like any script, cannot look into a
 * closed one. That is the only difference.
 */
export function extensionWithOpenRoots(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recto-open-roots-'));
  cpSync(buildOf(browserUnderTest()), folder, { recursive: true });
  const path = join(folder, 'src/content/overlay.iife.js');
  const [start, end, ...more] = readFileSync(path, 'utf8').split('mode:"closed"');
  if (end === undefined || more.length > 0) throw new Error('one closed root is expected in the overlay');
  writeFileSync(path, `${start}mode:"open"${end}`);
  return folder;
}

/** Checks each state of a surface in each theme; gives what axe finds, with the name of the state in front. */
export interface Looking {
  used: UsedBrowser;
  themes: readonly string[];
}

/** Waits until an element stands, in whatever root, and is laid out. */
async function waitForElement(view: View, selector: string): Promise<void> {
  await view.waitFor((wanted) => {
    const find = (root: ParentNode): boolean => {
      const found = root.querySelector(wanted);
      if (found) return found.getBoundingClientRect().height > 0;
      return Array.from(root.querySelectorAll('*')).some(({ shadowRoot }) => shadowRoot && find(shadowRoot));
    };
    return find(document);
  }, selector);
}

/** Runs in a page: puts the focus on, or presses, the first element that matches, in whatever root. */
function reach(wanted: string, what: 'focus' | 'click'): void {
  const find = (root: ParentNode): HTMLElement | null => {
    const found = root.querySelector<HTMLElement>(wanted);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inside = shadowRoot && find(shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  find(document)?.[what]();
}

/** Presses a key, waits for what it opens, and looks at all but `except`. */
async function lookAt(
  view: View,
  { themes }: Looking,
  [name, key, selector]: readonly [string, string, string],
  except = '',
): Promise<string[]> {
  if (key !== '') await view.press(key);
  await waitForElement(view, selector);
  return (await axeInThemes(view, themes, { except })).map((line) => `${name}: ${line}`);
}

/** The text of the article does not change with what is opened over it, so one check is enough. */
const TEXT = '.page > .page-body';

/** What the reader opens, by key: the same in the overlay and on the saved page. */
const READER_STATES = [
  ['article and contents', '', '.contents button'],
  ['type', 'a', '.type-panel'],
  ['more', 'x', '.more-menu'],
  ['keys', '?', '.key-sheet'],
  ['reading aloud', 'r', '.speech-bar'],
] as const;

/** Runs in a page: whether each formula is drawn. Until then its source is shown, which may be too wide and scroll. */
function formulasAreDrawn(): boolean {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  return !(host?.shadowRoot ?? document).querySelector('math > mtext:only-child');
}

/**
 * Runs in a page: whether full view has told how many pictures are kept. A page that is closed before leaves the rest of them
 * to the background, which may not read them there, and the saved copy has none to look at.
 */
function picturesAreKept(): boolean {
  const find = (root: ParentNode): Element | null => {
    const inside = () => Array.from(root.querySelectorAll('*')).map(({ shadowRoot }) => shadowRoot && find(shadowRoot));
    return root.querySelector('.reader-bar-notice .notice') ?? inside().find((found) => found !== null) ?? null;
  };
  const notice = find(document);
  return notice !== null && /\p{Nd}/u.test(notice.textContent) && !notice.querySelector('[aria-live="off"]');
}

async function lookAtReader(view: Tab, looking: Looking): Promise<string[]> {
  await view.waitFor(formulasAreDrawn);
  const found: string[] = [];
  for (const state of READER_STATES)
    found.push(...(await lookAt(view, looking, state, state[0] === 'article and contents' ? '' : TEXT)));
  await view.press('Escape');
  await view.press('Escape');
  await view.evaluate(reach, '.page-body sup a', 'focus' as const);
  found.push(...(await lookAt(view, looking, ['note', 'Enter', '.note-popover'], TEXT)));
  await view.press('Escape');
  found.push(...(await lookAt(view, looking, ['picture', 'v', '.lightbox img'], TEXT)));
  await view.press('Escape');
  return found;
}

/** Full view over a page; saves the article, which the later surfaces show. */
export async function lookAtOverlay(looking: Looking, path: string): Promise<string[]> {
  const { browser, site } = looking.used;
  const tab = await browser.open(site.url(path));
  await tab.pressShortcut('toggle-reader');
  await tab.waitFor(readOverlay);
  const found = await lookAtReader(tab, looking);
  await tab.press('s');
  await tab.waitFor(picturesAreKept);
  found.push(...(await lookAt(tab, looking, ['saved', '', '.reader-bar-notice .notice'], TEXT)));
  await tab.close();
  return found;
}

/** The reader tab, with a highlight of its own and the bar beside it. */
export async function lookAtSaved(looking: Looking): Promise<string[]> {
  const list = await looking.used.browser.openRecto('library');
  await list.click('main li[data-id] a');
  const reader = await looking.used.browser.waitForTab('/src/reader/reader.html');
  await reader.waitFor(() => document.querySelector('.page-body p') && document.querySelector('.page-body img'));
  const found = await lookAtReader(reader, looking);
  found.push(...(await lookAt(reader, looking, ['tags', 't', '.tag-dialog[open]'], TEXT)));
  await reader.press('Escape');
  await reader.evaluate(() => {
    const text = document.querySelector('.page-body p')?.firstChild;
    if (text instanceof Text) getSelection()?.setBaseAndExtent(text, 0, text, 12);
  });
  found.push(...(await lookAt(reader, looking, ['passage', '', '.highlight-bar'], TEXT)));
  await reader.click('.highlight-bar .button');
  found.push(...(await lookAt(reader, looking, ['highlight', '', '.highlight-colour'], TEXT)));
  await reader.close();
  return found;
}

export async function lookAtPopup(looking: Looking, path: string): Promise<string[]> {
  const { browser, site } = looking.used;
  const tab = await browser.open(site.url(path));
  const popup = await tab.pressToolbar();
  const found = await lookAt(popup, looking, ['article', '', '.page-body p']);
  found.push(...(await lookAt(popup, looking, ['type', 'a', '.type-panel'])));
  await popup.press('a');
  found.push(...(await lookAt(popup, looking, ['saved', 's', '.notice'])));
  found.push(...(await lookAt(popup, looking, ['list', 'l', '.row-title'])));
  await popup.close();
  await tab.close();
  return found;
}

/** The list with what can be opened in it, and the other sections. */
export async function lookAtLibrary(looking: Looking): Promise<string[]> {
  const list = await looking.used.browser.openRecto('library');
  await list.waitFor(() => document.querySelector('.row-title'));
  await list.press('j');
  const found = await lookAt(list, looking, ['list', '', '.row-title']);
  found.push(...(await lookAt(list, looking, ['keys', '?', '.key-help[open]'])));
  await list.press('Escape');
  found.push(...(await lookAt(list, looking, ['tags of an article', 't', 'dialog[open]'])));
  await list.type('sea');
  await list.press('Enter');
  await list.press('Enter');
  await list.waitFor(() => !document.querySelector('dialog[open]'));
  await list.press('j');
  found.push(...(await lookAt(list, looking, ['selection', 'x', '.selection-count'])));
  await list.press('Escape');
  const sections = [
    ['archive', '.empty'],
    ['highlights', '.highlights blockquote'],
    ['tags', 'main'],
    ['deleted', '.empty'],
    ['settings', '.settings .type-panel'],
  ] as const;
  for (const [section, selector] of sections) {
    await list.click(`.rail li[data-section="${section}"] a`);
    found.push(...(await lookAt(list, looking, [section, '', selector])));
  }
  await list.close();
  return found;
}

/** The first page, and the one that asks for access to a site. */
export async function lookAtAsking(looking: Looking): Promise<string[]> {
  const { browser } = looking.used;
  const welcome = await browser.openRecto('welcome');
  const found = await lookAt(welcome, looking, ['welcome', '', '.steps']);
  await welcome.evaluate(async () => {
    const input = { wish: { kind: 'always-open', origins: ['*://news.localhost/*'] } };
    await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'tab.ask-permission', input });
  });
  const permission = await browser.waitForTab('/src/permission/permission.html');
  found.push(...(await lookAt(permission, looking, ['permission', '', 'h1'])));
  await permission.close();
  await welcome.close();
  return found;
}
