import { siteOf } from '../model/address/site.ts';
import type { TabInfo } from './active-tab.ts';
import { browser } from './browser.ts';

/** Path of the popup's page in the extension. */
export const POPUP_PAGE = 'src/popup/popup.html';
/** The popup for a page that is being read already; early-reading.ts looks for the fragment. */
export const POPUP_PAGE_AHEAD = `${POPUP_PAGE}#ahead`;
const LIBRARY_PAGE = 'src/library/library.html';
const READER_PAGE = 'src/reader/reader.html';
const PERMISSION_PAGE = 'src/permission/permission.html';
const WELCOME_PAGE = 'src/welcome/welcome.html';

/** Shows the tab that has the reading list, or opens one; `fragment` names another part of the library. */
export async function openListTab(fragment = ''): Promise<void> {
  const url = browser.runtime.getURL(LIBRARY_PAGE);
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) return openInNormalWindow(url + fragment);
  // A change of the fragment alone does not load the page again.
  await browser.tabs.update(open.id, { active: true, ...(fragment ? { url: url + fragment } : {}) });
  if (open.windowId !== undefined) await browser.windows?.update(open.windowId, { focused: true });
}

/** Stands in the address of a saved article in place of a highlight, to open the dialog of its tags. No id is like it. */
export const TAGS_IN_ADDRESS = 'tags';

/** Stands behind a highlight in that address, to open its note for typing. */
export const NOTE_IN_ADDRESS = 'note';

/**
 * The address of a saved article in the reader tab, at the `place` of one of its highlights, of its note, or at its tags if
 * asked. It names the article's site, which may have a theme of its own: `early-theme.js` paints it before the article is read.
 */
export function readerAddress(id: string, url: string | null, ...place: string[]): string {
  const site = siteOf(url);
  const query = site === null ? '' : `?site=${encodeURIComponent(site)}`;
  const fragment = [id, ...place].map(encodeURIComponent).join('/');
  return `${browser.runtime.getURL(READER_PAGE)}${query}#${fragment}`;
}

/** Whether an address is one of the reader tab, as `readerAddress` makes them. */
export const isReaderAddress = (url: string): boolean => url.startsWith(browser.runtime.getURL(READER_PAGE));

/** Opens a saved article in the reader tab, at what `readerAddress` takes. */
export const openSavedTab = (...article: Parameters<typeof readerAddress>): Promise<void> =>
  openInNormalWindow(readerAddress(...article));

/** The first-run page handles the reader's shortcut itself: it opens and closes the article that comes with Recto. */
export const isWelcomePage = (url: string | null): boolean =>
  url?.startsWith(browser.runtime.getURL(WELCOME_PAGE)) ?? false;

/** The first-run page with its article open. */
export const tryAddress = (): string => `${browser.runtime.getURL(WELCOME_PAGE)}#try`;

/** Opens that article in a tab with the first-run page, for a press on the icon or in the menu. */
export async function openTry(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { url: tryAddress() });
}

/** Opens the first-run page. */
export function openWelcomeTab(): Promise<void> {
  return openInNormalWindow(browser.runtime.getURL(WELCOME_PAGE));
}

/**
 * Opens the page that asks for access to sites, next to the tab of the wish, so that closing it leads back there. Its
 * fragment is the id of the wish.
 */
export async function openPermissionTab(wishId: string, from: TabInfo | null): Promise<void> {
  const url = `${browser.runtime.getURL(PERMISSION_PAGE)}#${wishId}`;
  // Firefox for Android has neither openers nor windows.
  if (from === null || from.isPrivate || !browser.windows) return openInNormalWindow(url);
  await browser.tabs.create({ url, windowId: from.windowId, openerTabId: from.id });
}

/** The ids of the wishes whose pages are open. */
export async function askedWishes(): Promise<string[]> {
  const open = await browser.tabs.query({ url: `${browser.runtime.getURL(PERMISSION_PAGE)}*` });
  return open.flatMap(({ url }) => url?.split('#')[1] ?? []);
}

/**
 * Opens a page of Recto in a normal window, and creates one if there is none: Chrome shows no extension page in a
 * private window, and Firefox gives it no storage there. Firefox for Android has no `windows`.
 */
async function openInNormalWindow(url: string): Promise<void> {
  const windows = (await browser.windows?.getAll({ windowTypes: ['normal'] })) ?? [];
  const normal = windows.filter(({ incognito }) => !incognito);
  const target = normal.find(({ focused }) => focused) ?? normal[0];
  if (target?.id !== undefined) {
    await browser.tabs.create({ url, windowId: target.id });
    await browser.windows.update(target.id, { focused: true });
  } else if (browser.windows) await browser.windows.create({ url, incognito: false });
  else await browser.tabs.create({ url });
}
