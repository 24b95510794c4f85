import { normaliseUrl } from '../model/address/normalise-url.ts';
import { readAsPicked } from '../model/extraction-outcome.ts';
import { isTextOfLink } from '../model/is-text-of-link.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { findTab } from '../platform/active-tab.ts';
import { readAnew } from '../platform/read-page.ts';
import { readPickedBlock } from '../platform/site-settings.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { checkAddress } from './check-save.ts';
import { addressesBefore } from './opened-links.ts';
import { beginLook, rememberCall, showKept } from './saved-marks.ts';

/**
 * Run it when Recto was called on a tab. It looks up what is kept of the page and shows that on the tab. A link that
 * was saved before gets its text, now that the person is on its page, or joins the article that it has led to. Null
 * when nothing is kept. Throws `page-moved` when it is asked about the page `url` and the tab shows another.
 */
export async function noteCalled(
  tabId: number,
  library: BackgroundLibrary,
  url?: string,
): Promise<SavedMetadata | null> {
  const tab = await findTab(tabId);
  if (url !== undefined) checkAddress(url, tab?.url ?? null);
  if (tab?.url == null) return null;
  // If that cannot be stored, the only things missing are the highlights over the page's own text; what is kept is
  // still shown.
  await rememberCall(tabId, tab.url, tab.isPrivate).catch(() => undefined);
  const isLatest = beginLook(tabId);
  const found = await library.find(tab.url);
  const saved = found ?? (await findLink(await addressesBefore(tabId), library));
  // Nobody waits for it, and if it fails the link still exists.
  if (found?.kind === 'article' && !tab.isPrivate) void joinLink(tabId, found, library).catch(() => undefined);
  const kept =
    saved?.kind === 'link' && !tab.isPrivate ? await keepText(saved, { tabId, url: tab.url }, library) : saved;
  // The text that a link has just got is newer than what was looked up meanwhile. A busy page takes seconds to be
  // reached, but what is kept is known now.
  void showKept(tab, kept, library, kept === saved ? isLatest : beginLook(tabId)).catch(() => undefined);
  return kept;
}

async function findLink(addresses: string[], library: BackgroundLibrary): Promise<SavedMetadata | null> {
  for (const address of addresses) {
    const found = await library.find(address);
    if (found?.kind === 'link') return found;
  }
  return null;
}

/**
 * A text that was fetched for one link may be a page that many lead to: the others join it when the person saves it.
 */
async function joinLink(tabId: number, article: SavedMetadata, library: BackgroundLibrary): Promise<void> {
  const addresses = await addressesBefore(tabId);
  if (addresses.length === 0 || article.fetched?.link) return;
  const text = (await library.open(article.id))?.article;
  const own = text ? addresses.filter((address) => isTextOfLink(address, text)) : [];
  if (own.length > 0) await library.joinKept(article.id, own);
}

/**
 * If the page turns out not to be an article, or not the one of the link, the link stays as it is, even if the person
 * has the page shown anyway. Nothing moves in the list, because nobody asked for that. Null when the link was deleted
 * while its page was read.
 */
async function keepText(
  link: SavedMetadata,
  { tabId, url }: { tabId: number; url: string },
  library: BackgroundLibrary,
): Promise<SavedMetadata | null> {
  const outcome = await readAsPicked((picked) => readAnew(tabId, picked), await readPickedBlock(url));
  // The person may have gone to another page before it was read.
  const read = outcome.ok && normaliseUrl(outcome.article.url) === normaliseUrl(url) ? outcome.article : null;
  const article = read && isTextOfLink(link.url, read) ? read : null;
  // If it cannot be written, the link stays as it is; Save then says why.
  if (article) await library.save({ article, aliases: [link.url], unasked: true }).catch(() => undefined);
  return (article && (await library.find(article.url))) ?? (await findLink([link.url], library));
}
