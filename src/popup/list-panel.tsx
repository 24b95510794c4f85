import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { remoteLibrary } from '../messaging/remote-library.ts';
import { send } from '../messaging/send.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { browser } from '../platform/browser.ts';
import { readerAddress, tryAddress } from '../platform/own-pages.ts';
import type { ShortcutKeys } from '../platform/shortcut-keys.ts';
import { connectLibrary } from '../storage/library-connection.ts';
import { openLibrary } from '../storage/open-library.ts';
import { linkPress } from '../ui/list/link-press.ts';
import { ListView } from '../ui/list/list-view.tsx';
import { useWords } from '../ui/list/words-context.ts';
import '../ui/list/list.css';
import '../ui/list/rows/rows.css';
import '../ui/list/rows/continue-reading.css';

const readerUrl = (item: SavedMetadata): string => (item.kind === 'link' ? item.url : readerAddress(item.id, item.url));

export interface ListPanelProps {
  keys: ShortcutKeys;
  /** Called with the failure when an item could not be opened. */
  onFail(thrown: unknown): void;
}

/** The reading list in the popup. Loaded when it is wanted: the article does not wait for it. */
export function ListPanel({ keys, onFail }: ListPanelProps): JSX.Element {
  const { t } = useWords();
  const library = useMemo(() => openLibrary(remoteLibrary, connectLibrary), []);
  const onOpen = (item: SavedMetadata, event: Event) => {
    const where = item.kind === 'link' ? linkPress(event) : 'front';
    if (where === null) return;
    event.preventDefault();
    if (where === 'behind') return void send('tab.open-link', { id: item.id, behind: true }).catch(onFail);
    const opened =
      item.kind === 'link' ? send('tab.open-link', { id: item.id }) : send('tab.open-saved', { id: item.id });
    // The popup closes by itself once another tab has the focus; Firefox needs to be told.
    void opened.then(() => window.close(), onFail);
  };
  return (
    <div class="popup-list">
      <h1 class="visually-hidden">{t('listTitle')}</h1>
      <ListView
        library={library}
        place="list"
        shortcut={keys['toggle-reader'] ?? ''}
        hrefOf={readerUrl}
        onOpen={onOpen}
        tryHref={tryAddress()}
        restoreHref={`${browser.runtime.getURL('src/library/library.html')}#settings/backup`}
      />
    </div>
  );
}
