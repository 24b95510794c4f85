import type { Handlers } from '../../messaging/listen.ts';
import { RectoError } from '../../model/errors/recto-error.ts';
import { browser } from '../../platform/browser.ts';
import { NOTE_IN_ADDRESS, openSavedTab, TAGS_IN_ADDRESS } from '../../platform/own-pages.ts';
import { openShortcutSettings } from '../../platform/shortcut-keys.ts';
import { askPermission } from '../ask-permission.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { isRepeat } from '../is-repeat.ts';
import { openList } from '../open-list.ts';
import { rememberOpened } from '../opened-links.ts';
import type { PictureKeeper } from '../pictures/picture-keeper.ts';

type TabHandlers = Pick<Handlers, Extract<keyof Handlers, `tab.${string}`>>;

/** Handlers of the messages that open or show a tab. A double click opens one. */
export function tabHandlers(library: BackgroundLibrary, keeper: PictureKeeper): TabHandlers {
  return {
    'tab.open-list': ({ makeRoom }) => openList(makeRoom ? '#settings/backup' : ''),
    async 'tab.open-saved'({ id, highlight, tags }) {
      const place = highlight ? [highlight, NOTE_IN_ADDRESS] : tags ? [TAGS_IN_ADDRESS] : [];
      if (isRepeat(`open saved ${id} ${place}`)) return;
      // Without its address the article opens all the same, at first perhaps in another theme than its site's.
      const [item] = await library.metadata([id]).catch(() => []);
      await openSavedTab(id, item?.url ?? null, ...place);
    },
    async 'tab.open-link'({ id, behind }) {
      if (!isRepeat(`open link ${id}`)) await openLink(id, library, behind);
    },
    async 'tab.ask-permission'({ wish }, sender) {
      // A content script's other wishes have messages of their own, which check whose article it is.
      if (sender.kind === 'content-script' && wish.kind !== 'always-open')
        throw new RectoError('bad-message', 'a content script may wish its site to be opened always, and nothing else');
      if (isRepeat(`ask ${wish.kind} ${wish.origins}`)) return false;
      return askPermission(wish, sender, keeper);
    },
    'tab.open-shortcut-settings': () => openShortcutSettings(),
  };
}

/** Opens the page of a saved link or article in a new tab, which stays `behind`. Throws `not-found` when it was deleted elsewhere. */
async function openLink(id: string, library: BackgroundLibrary, behind = false): Promise<void> {
  const [link] = await library.metadata([id]);
  if (link === undefined) throw new RectoError('not-found', `no item ${id}`);
  // If that fails, the page opens all the same and merely offers no new copy.
  if (link.kind === 'article') await library.noteLostText(id).catch(() => undefined);
  const tab = await browser.tabs.create({ url: link.url, ...(behind && { active: false }) });
  // The tab is open by now. If its address cannot be remembered, a page reached by a redirect counts as another page
  // than the link's.
  if (tab.id !== undefined) await rememberOpened(tab.id, link.url).catch(() => undefined);
}
