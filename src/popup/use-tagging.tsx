import type { JSX } from 'preact';
import { remoteLibrary } from '../messaging/remote-library.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import type { TagChange } from '../model/library.ts';
import { lazyComponent } from '../ui/lazy-component.tsx';
import { useFollowedItems } from '../ui/list/tags/use-followed-items.ts';
import type { SavedPage } from './use-saved-page.ts';

const TagPanel = lazyComponent(async () => (await import('../ui/list/tags/tag-panel.tsx')).TagPanel);

/** Keeps tags that were ticked when the popup was closed. Whether that fails nobody is there to see. */
const keep = (id: string, change: TagChange): Promise<void> =>
  remoteLibrary.changeTags([id], change).catch(() => undefined);

/**
 * The dialog that sets the tags of what is kept of the page; null while it is closed. It is about the item that was kept
 * when it was opened, whatever the tab does meanwhile, and follows what other windows do to that.
 */
export function useTagging(
  saved: SavedPage,
  onFail: (thrown: unknown) => void,
): [dialog: JSX.Element | null, open: () => void] {
  const [items, setItems] = useFollowedItems(remoteLibrary, () => onFail(new RectoError('not-found')));
  const [item] = items ?? [];
  const close = () => setItems(null);
  const dialog = items && item && (
    <TagPanel
      library={remoteLibrary}
      items={items}
      onDone={(change) => saved.tag(item, change)}
      onClose={close}
      onLeave={(change) => {
        if (change.add.length + change.remove.length > 0) void keep(item.id, change);
      }}
      // The article's keys rest while the dialog is open, or is waited for.
      onUnloaded={(thrown) => {
        close();
        onFail(thrown);
      }}
    />
  );
  return [dialog ?? null, () => setItems(saved.kept ? [saved.kept] : null)];
}
