import { decodeSafely } from '../model/address/decode-safely.ts';
import { unwrapLink } from '../model/address/unwrap-link.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { hashBytes } from '../model/hash-text.ts';
import type { SaveReceipt } from '../model/library.ts';
import { latePattern } from '../model/text/late-pattern.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { SAVE_NOTICE_SCRIPT } from '../platform/injected-scripts.ts';
import { callInFrame, callInPage, explainFailure, injectFiles } from '../platform/run-in-page.ts';
import { forget, recall, remember } from '../platform/session-memory.ts';
import { wordsScripts } from '../platform/translate.ts';
import type { BackgroundLibrary } from './background-library.ts';

/** Longest title that is taken from a page or an address, in characters. */
const LONGEST_TITLE = 300;

const TWO_LETTERS = latePattern(String.raw`\p{L}{2}`, 'u');

interface PressedLink {
  url: string;
  /** Its text, where the browser gives it. */
  text: string | undefined;
  /** The frame of the page that it stands in. */
  frameId: number | undefined;
}

/** "Save link": saves an address from a page, and says so in the page if possible. Throws what the page cannot show. */
export async function saveLink(pressed: PressedLink, tab: TabInfo, library: BackgroundLibrary): Promise<void> {
  const title = await titleOfLink(pressed, tab.id);
  const url = unwrapLink(pressed.url);
  const notice = injectNotice(tab.id);
  // Awaited below. Until then a refusal would count as unhandled.
  notice.catch(() => undefined);
  if (tab.isPrivate) {
    await rememberAsked(tab.id, url);
    await notice
      .then(() => tellInPage(tab.id, askInPage, url, title))
      .catch(async (thrown) => {
        throw await explainFailure(tab.id, thrown);
      });
    return;
  }
  const outcome = await library.saveLink({ url, title }).then(
    (receipt) => ({ receipt, error: null }),
    (thrown) => ({ receipt: null, error: asRectoError(thrown) }),
  );
  try {
    await notice;
    await tellInPage(tab.id, sayInPage, outcome.receipt, title, outcome.error?.code ?? null);
  } catch {
    // A success need not be reported if the page cannot show it. The caller reports a failure.
    if (outcome.error) throw outcome.error;
  }
}

const injectNotice = (tabId: number): Promise<unknown> => injectFiles(tabId, [...wordsScripts(), SAVE_NOTICE_SCRIPT]);

/**
 * Has the notice in the page show something; `tell` gives false if there is no notice. The tab may have gone to another
 * page since the notice was injected; that page then gets one, too. Throws when no page can show it.
 */
async function tellInPage<Args extends unknown[]>(
  tabId: number,
  tell: (...args: Args) => boolean,
  ...args: Args
): Promise<void> {
  if ((await callInPage(tabId, tell, ...args)) !== false) return;
  await injectNotice(tabId);
  if ((await callInPage(tabId, tell, ...args)) === false)
    throw new RectoError('tab-gone', 'the page went away before it could tell');
}

/** Runs in the page. */
function sayInPage(saved: SaveReceipt | null, title: string, failed: string | null): boolean {
  const { rectoSaveNotice } = globalThis;
  if (saved) rectoSaveNotice?.showSavedLink(saved, title);
  else if (failed) rectoSaveNotice?.showFailure(failed);
  return rectoSaveNotice !== undefined;
}

/** Runs in the page. */
function askInPage(url: string, title: string): boolean {
  const { rectoSaveNotice } = globalThis;
  rectoSaveNotice?.askToSaveLink({ url, title });
  return rectoSaveNotice !== undefined;
}

/**
 * A title for a link that was not opened: its text where the browser (Firefox) or the page gives it, else the last
 * readable part of its address.
 */
async function titleOfLink({ url, text: told, frameId }: PressedLink, tabId: number): Promise<string> {
  const asked = told?.trim() || (await callInFrame({ tabId, frameId }, findLinkText, url).catch(() => null));
  const text = typeof asked === 'string' ? asked.replace(/\s+/g, ' ').trim() : '';
  return text === '' ? titleFromAddress(unwrapLink(url)) : text.slice(0, LONGEST_TITLE).replace(/[\ud800-\udbff]$/, '');
}

/** Runs in the page. A picture and a headline often link to the same address; the longest text is the headline. */
function findLinkText(url: string): string {
  const texts = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter((link) => link.href === url)
    .map((link) => link.textContent.trim() || link.title || link.querySelector('img')?.alt || '');
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

/** `https://news.example/2026/the-harbour-at-night.html` gives "the harbour at night"; an address without one its host. */
function titleFromAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { hostname, pathname } = new URL(address);
  const segment = pathname.split('/').findLast((part) => part !== '') ?? '';
  const words = decodeSafely(segment)
    .replace(/\.[a-z]{2,5}$/i, '')
    .replace(/[-_+]+/g, ' ')
    .trim();
  return TWO_LETTERS().test(words) ? words : `${hostname}${pathname === '/' ? '' : pathname}`;
}

/**
 * Remembers the link of a private page that waits for the person's answer: not its address, only what identifies it. It
 * is forgotten with the next question in that tab, with the tab where Recto was called there (`refreshMark`), else with
 * the browser.
 */
const ASKED_LINK = 'asked-link.';

const hashOf = (url: string): Promise<string> => hashBytes(new TextEncoder().encode(url));

/** Remembers the link that the person is asked about in a tab. */
export async function rememberAsked(tabId: number, url: string): Promise<void> {
  await remember(ASKED_LINK + tabId, await hashOf(url));
}

/** Whether this link is the last one that the person was asked about in this tab. */
export const wasAsked = async (tabId: number, url: string): Promise<boolean> =>
  (await recall(ASKED_LINK + tabId)) === (await hashOf(url));

/** Call it when the tab is gone. */
export const forgetAsked = (tabId: number): Promise<void> => forget(ASKED_LINK + tabId);
