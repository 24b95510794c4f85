import type { Handlers } from '../messaging/listen.ts';
import type { MessageSender } from '../messaging/message-sender.ts';
import { normaliseUrl } from '../model/normalise-url.ts';
import { RectoError } from '../model/recto-error.ts';
import { injectPart } from '../platform/inject-part.ts';
import { openShortcutSettings } from '../platform/open-shortcut-settings.ts';
import { openListTab, openSavedTab } from '../platform/own-pages.ts';
import { readFont } from '../platform/read-font.ts';
import { keepSessionPosition, readSessionPosition } from '../platform/session-positions.ts';
import { askPermission } from './ask-permission.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { carryPlace } from './carry-place.ts';
import { checkSave, type SourceTab, sourceTab } from './check-save.ts';
import { fetchHandlers } from './fetching/fetch-handlers.ts';
import { highlightHandlers } from './highlight-handlers.ts';
import { noteCalled } from './note-called.ts';
import { openByProbe } from './open-by-probe.ts';
import { openLink } from './open-link.ts';
import { addressesBefore } from './opened-links.ts';
import type { PictureKeeper } from './pictures/picture-keeper.ts';
import { rememberConsent } from './private-consent.ts';
import { saveLinkByMessage } from './save-link-by-message.ts';
import { markTab, refreshMark, refreshMarks, rememberCall } from './saved-marks.ts';

/** What each message of the protocol does. */
export function messageHandlers(library: BackgroundLibrary, keeper: PictureKeeper): Handlers {
  // Nobody waits for the marks, and what keeps them from being true is told elsewhere.
  const refresh = () => void refreshMarks(library).catch(() => undefined);
  const thenRefresh = (change: Promise<void>): Promise<void> => change.then(refresh);
  return {
    async 'article.save'(input, sender) {
      const tab = await checkSave(input, sender);
      const receipt = await library.save({ article: input.article, aliases: await addressesBefore(tab.tabId) });
      await rememberConsent(tab, receipt.id);
      if (!tab.isPrivate) void carryPlace(tab.url, receipt, library).catch(() => undefined);
      void markSavedTab(tab);
      void keeper.begin(receipt.id, tab.tabId).catch(() => undefined);
      return receipt;
    },
    async 'article.update'(input, sender) {
      const tab = await checkSave(input, sender);
      const receipt = await library.updateCopy(input.article);
      await rememberConsent(tab, receipt.id);
      void markSavedTab(tab);
      void keeper.begin(receipt.id, tab.tabId).catch(() => undefined);
      return receipt;
    },
    // Not checked against the page: a link that was saved from it is another address. Ids cannot be guessed.
    'article.undo-save': ({ id }) => thenRefresh(library.undoSave(id)),
    'article.find': ({ url }) => library.find(url),
    'article.open': ({ id }) => library.open(id),
    'article.move': ({ ids, place }) => thenRefresh(library.move(ids, place)),
    'article.restore': ({ ids }) => thenRefresh(library.restore(ids)),
    'article.favourite': ({ ids, favourite }) => library.setFavourite(ids, favourite),
    'article.tag': ({ ids, ...change }) => library.changeTags(ids, change),
    'tag.replace': (replacement) => library.replaceTag(replacement),
    async 'article.position'({ id, position }, sender) {
      // Not checked against the page: the last place is told while the tab goes to the next one. Ids cannot be guessed.
      if (!sender.isPrivate) await library.keepPosition(id, position);
    },
    async 'article.hide'({ id, changes }, sender) {
      await checkOwnArticle(id, sender, library);
      if (!sender.isPrivate) await library.keepHidden(id, changes);
    },
    async 'article.opened'({ id }, sender) {
      if (!sender.isPrivate) await library.markOpened(id);
    },
    'article.copies': ({ id }) => library.copies(id),
    'article.open-copy': ({ id, keptAt }) => library.openCopy(id, keptAt),
    'article.use-copy': ({ id, keptAt }) => library.useCopy(id, keptAt),
    'article.drop-copy': ({ id, keptAt }) => library.dropCopy(id, keptAt),
    async 'article.receipt'({ id }, sender) {
      await checkOwnArticle(id, sender, library);
      return library.pictureReceipt(id);
    },
    'article.pictures': async ({ id }) =>
      (await library.openPictures(id)).map(({ url, state, problem, bytes }) => ({ url, state, problem, bytes })),
    'article.picture': async ({ id, url }) =>
      (await library.openPictures(id)).find((picture) => picture.url === url)?.blob ?? null,
    async 'article.keep-pictures'({ id, urls }, sender) {
      await checkOwnArticle(id, sender, library);
      const origins = await keeper.askAgain(id, urls ?? null);
      if (origins.length > 0) await askPermission({ kind: 'keep-pictures', origins, articleId: id }, sender, keeper);
    },
    ...highlightHandlers(library, checkOwnArticle, refresh),
    ...fetchHandlers(library, keeper),
    'picture.report': (report, sender) => keeper.report(report, sender.url),
    async 'page.saved'({ tabId }, sender) {
      const tab = await sourceTab(sender, tabId);
      const kept = await noteCalled(tab.tabId, library);
      if (kept?.pictures?.pending) void keeper.begin(kept.id, tab.tabId).catch(() => undefined);
      return kept;
    },
    async 'page.moved'(_input, sender) {
      if (sender.tabId !== null) await refreshMark(sender.tabId, library);
    },
    async 'page.position'({ tabId }, sender) {
      const tab = await sourceTab(sender, tabId);
      return tab.url === null || tab.isPrivate ? null : readSessionPosition(normaliseUrl(tab.url));
    },
    async 'page.keep-position'({ tabId, url, position }, sender) {
      const tab = await sourceTab(sender, tabId);
      if (tab.url === null || tab.isPrivate) return;
      const page = normaliseUrl(tab.url);
      if (page === normaliseUrl(url)) await keepSessionPosition(page, position);
    },
    async 'page.load-part'({ part }, sender) {
      const tab = await sourceTab(sender, undefined);
      await injectPart(tab.tabId, part);
    },
    'page.font': ({ file }) => readFont(file),
    'page.open-reader': (_input, sender) => openByProbe(sender, library),
    'link.save': (input, sender) => saveLinkByMessage(input, sender, library),
    'library.list': (query) => library.list(query),
    'library.metadata': ({ ids }) => library.metadata(ids),
    'library.counts': () => library.counts(),
    'library.continue': ({ limit }) => library.continueReading(limit),
    'library.search': (query) => library.search(query),
    'library.tags': () => library.tags(),
    'library.mend-search': (input) => library.mendSearch(input),
    'library.empty-deleted': () => thenRefresh(library.emptyDeleted()),
    'tab.open-list': ({ makeRoom }) => openListTab(makeRoom ? '#settings/backup' : ''),
    async 'tab.open-saved'({ id, highlight }) {
      const [item] = await library.metadata([id]).catch(() => []);
      await openSavedTab(id, item?.url ?? null, highlight);
    },
    'tab.open-link': ({ id }) => openLink(id, library),
    async 'tab.ask-permission'({ wish }, sender) {
      // What else it may wish it asks for by a message of its own, which looks at whose article it is.
      if (sender.kind === 'content-script' && wish.kind !== 'always-open')
        throw new RectoError('bad-message', 'a content script may wish its site to be opened always, and nothing else');
      return askPermission(wish, sender, keeper);
    },
    'tab.open-shortcut-settings': () => openShortcutSettings(),
  };
}

/** A page was kept just now: Recto was called there. Never throws: a mark that is missing takes nothing from the save. */
async function markSavedTab({ tabId, url, isPrivate }: SourceTab): Promise<void> {
  const remembered = url === null ? undefined : rememberCall(tabId, url, isPrivate).catch(() => undefined);
  await Promise.all([markTab(tabId, true), remembered]);
}

/** What is in the library is never told to a page: a content script is about the article of its own page only. */
async function checkOwnArticle(id: string, sender: MessageSender, library: BackgroundLibrary): Promise<void> {
  if (sender.kind !== 'content-script') return;
  const [article] = await library.metadata([id]);
  if (article && normaliseUrl(article.url) !== normaliseUrl(sender.url))
    throw new RectoError('bad-message', 'a content script may ask about its own page only');
}
