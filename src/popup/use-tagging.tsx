import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { remoteLibrary } from '../messaging/remote-library.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { lazyComponent } from '../ui/lazy-component.tsx';
import type { SavedPage } from './use-saved-page.ts';

const TagPanel = lazyComponent(async () => (await import('../ui/list/tags/tag-panel.tsx')).TagPanel);

/**
 * The dialog that sets the tags of what is kept of the page; null while it is closed. It is about the item that was kept
 * when it was opened, whatever the tab does meanwhile.
 */
export function useTagging(
  saved: SavedPage,
  onFail: (thrown: unknown) => void,
): [dialog: JSX.Element | null, open: () => void] {
  const [item, setItem] = useState<SavedMetadata | null>(null);
  const dialog = item && (
    <TagPanel
      library={remoteLibrary}
      items={[item]}
      onDone={(change) => saved.tag(item, change)}
      onClose={() => setItem(null)}
      // The article's keys rest while the dialog is open, or is waited for.
      onUnloaded={(thrown) => {
        setItem(null);
        onFail(thrown);
      }}
    />
  );
  return [dialog, () => setItem(saved.kept ?? null)];
}
