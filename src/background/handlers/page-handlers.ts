import type { Handlers } from '../../messaging/listen.ts';
import { normaliseUrl } from '../../model/address/normalise-url.ts';
import { PART_SCRIPTS, SANITISE_SCRIPT } from '../../platform/injected-scripts.ts';
import { readFont } from '../../platform/read-font.ts';
import { injectFiles } from '../../platform/run-in-page.ts';
import { keepSessionPosition, readSessionPosition } from '../../platform/session-positions.ts';
import { shortcutKeys } from '../../platform/shortcut-keys.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { checkAddress } from '../check-save.ts';
import { noteCalled } from '../note-called.ts';
import type { PictureKeeper } from '../pictures/picture-keeper.ts';
import { wasKeptFrom } from '../private-consent.ts';
import { refreshMark } from '../saved-marks.ts';
import { type SourceTab, sourceTab } from '../source-tab.ts';
import { openByProbe } from '../toggle-reader.ts';

type PageHandlers = Pick<Handlers, Extract<keyof Handlers, `page.${string}`>>;

/** Handlers of the messages about the page in a tab, and of what the reader over it needs of the extension. */
export function pageHandlers(library: BackgroundLibrary, keeper: PictureKeeper): PageHandlers {
  /**
   * A private page may show pictures that only signed-in people see. They are kept only if the person had the page kept
   * from there.
   */
  async function keepPictures(articleId: string, { tabId, isPrivate }: SourceTab): Promise<void> {
    if (!isPrivate || (await wasKeptFrom(tabId, articleId))) await keeper.begin(articleId, tabId);
  }
  return {
    async 'page.saved'({ tabId, url }, sender) {
      const tab = await sourceTab(sender, tabId);
      // A page that the tab has left may ask only about itself. What is kept of the next page is none of its business.
      const page = sender.kind === 'content-script' ? sender.url : url;
      if (url !== undefined) checkAddress(url, page ?? null);
      const kept = await noteCalled(tab.tabId, library, page);
      // The receipt shows which pictures are not kept.
      if (kept?.pictures?.pending) void keepPictures(kept.id, tab).catch(() => undefined);
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
      if (page !== normaliseUrl(url)) return;
      await keepSessionPosition(page, position);
      // A page that is closed right after the save reports its position before it is told of the save.
      const kept = await library.find(tab.url);
      if (kept?.kind === 'article' && kept.place !== 'deleted') await library.keepPosition(kept.id, position);
    },
    async 'page.load-part'({ part, withSanitiser }, sender) {
      const tab = await sourceTab(sender, undefined);
      await injectFiles(tab.tabId, [...(withSanitiser ? [SANITISE_SCRIPT] : []), PART_SCRIPTS[part]]);
    },
    'page.font': ({ file }) => readFont(file),
    'page.toggle-key': async () => (await shortcutKeys())['toggle-reader'],
    'page.open-reader': (_input, sender) => openByProbe(sender, library),
  };
}
