import type { Handlers, MessageSender } from '../../messaging/listen.ts';
import { normaliseUrl } from '../../model/address/normalise-url.ts';
import { RectoError } from '../../model/errors/recto-error.ts';
import type { SaveOptions, SaveReceipt } from '../../model/library.ts';
import type { ReadingPosition } from '../../model/reading-position.ts';
import { findTab } from '../../platform/active-tab.ts';
import { readSessionPosition } from '../../platform/session-positions.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { checkSave } from '../check-save.ts';
import { addressesBefore } from '../opened-links.ts';
import type { PictureKeeper } from '../pictures/picture-keeper.ts';
import { checkConsent, rememberConsent } from '../private-consent.ts';
import { wasAsked } from '../save-link.ts';
import { beginLook, isStillAt, markTab, rememberCall } from '../saved-marks.ts';
import type { SourceTab } from '../source-tab.ts';

export type SaveHandlers = Pick<Handlers, 'article.save' | 'article.update' | 'article.undo-save' | 'link.save'>;

/** Handlers of the messages that keep a page or let it go. `onChange` is called when something is gone. */
export function saveHandlers(library: BackgroundLibrary, keeper: PictureKeeper, onChange: () => void): SaveHandlers {
  /** The work after a save. Nobody waits for the mark and the pictures. */
  async function follow(tab: SourceTab, articleId: string): Promise<void> {
    await rememberConsent(tab, articleId);
    void markSavedTab(tab);
    void keeper.begin(articleId, tab.tabId).catch(() => undefined);
  }
  /**
   * Takes over the position that was scrolled to during the save: the popup may have closed before it was told of the
   * save.
   */
  async function keepLaterPlace(tab: SourceTab, articleId: string, known: ReadingPosition | null): Promise<void> {
    const place = await placeLeft(tab);
    if (place && place.at !== known?.at) await library.keepPosition(articleId, place);
  }
  return {
    async 'article.save'(input, sender) {
      const tab = await checkSave(input, sender);
      const [aliases, position] = await Promise.all([addressesBefore(tab.tabId), placeLeft(tab)]);
      const receipt = await library.save({ article: input.article, aliases, ...(position && { position }) });
      // If that fails, the article begins at its earlier position.
      void keepLaterPlace(tab, receipt.id, position).catch(() => undefined);
      await follow(tab, receipt.id);
      return receipt;
    },
    async 'article.update'(input, sender) {
      const tab = await checkSave(input, sender);
      const receipt = await library.updateCopy(input.article);
      await follow(tab, receipt.id);
      return receipt;
    },
    // Not checked against the page, because a link that was saved from it has another address. Ids cannot be guessed.
    async 'article.undo-save'(save) {
      const isUndone = await library.undoSave(save);
      if (isUndone) onChange();
      return isUndone;
    },
    'link.save': (input, sender) => saveLinkByMessage(input, sender, library),
  };
}

/**
 * Marks the tab of a page that was just saved, since Recto was called there. Never throws: a missing mark does not undo
 * the save. If the tab has gone on to another page, that gets no mark.
 */
async function markSavedTab({ tabId, url, isPrivate }: SourceTab): Promise<void> {
  const remembered = url === null ? undefined : rememberCall(tabId, url, isPrivate).catch(() => undefined);
  const mark = async () => (await isStillAt(tabId, url)) && markTab(tabId, true);
  // Earlier looks are out of date.
  beginLook(tabId);
  await Promise.all([mark(), remembered]);
}

/** The place where reading of the page stopped in this session; null where unknown, and in private windows. */
async function placeLeft({ url, isPrivate }: SourceTab): Promise<ReadingPosition | null> {
  if (url === null || isPrivate) return null;
  // Without a position the article begins at its top, which is no reason not to save it.
  return readSessionPosition(normaliseUrl(url)).catch(() => null);
}

/**
 * Keeps a link for a page of Recto, or for a content script: its own page, or the link about which the menu asked in
 * its tab. Throws `bad-message` for any other address, and `needs-consent` in private windows.
 */
async function saveLinkByMessage(
  { url, title, tabId, consent }: { url: string; title: string } & SaveOptions,
  sender: MessageSender,
  library: BackgroundLibrary,
): Promise<SaveReceipt> {
  if (!/^(?:https?|file):/i.test(url)) throw new RectoError('bad-message', 'only web addresses can be kept as links');
  if (sender.kind === 'content-script') await checkMaySave(url, sender);
  const tab = tabId === undefined ? null : await findTab(tabId);
  checkConsent({ isPrivate: sender.isPrivate || (tab?.isPrivate ?? false) }, consent);
  return library.saveLink({ url, title });
}

/**
 * The answer to the question about a link holds until the next question, so that a save that failed, or whose answer
 * did not arrive, can be tried again with it.
 */
async function checkMaySave(url: string, sender: MessageSender): Promise<void> {
  if (normaliseUrl(url) === normaliseUrl(sender.url)) return;
  if (sender.tabId === null || !(await wasAsked(sender.tabId, url)))
    throw new RectoError('bad-message', 'a content script may keep its own page only');
}
