import type { JSX } from 'preact';
import type { SavedMetadata } from '../model/saved-article.ts';
import { useWords } from '../ui/list/words-context.ts';
import { NoticeLine } from '../ui/notice-line.tsx';
import type { SavedPage } from './use-saved-page.ts';

interface SavedDropProps {
  saved: SavedPage;
  kept: SavedMetadata;
  onOpenSaved(id: string): void;
}

/** What the Saved button offers: where the article is kept, and what can be done with it. */
export function SavedDrop({ saved, kept, onOpenSaved }: SavedDropProps): JSX.Element {
  const { t } = useWords();
  const openSaved = { label: t('popupOpenSaved'), onPress: () => onOpenSaved(kept.id) };
  const archive = { label: t('readerArchive'), onPress: saved.archive };
  const remove = { label: t('listDelete'), onPress: saved.remove };
  return (
    <div class="popup-drop" data-of="saved">
      <NoticeLine
        text={t(kept.place === 'archive' ? 'popupKeptInArchive' : 'popupKeptInList')}
        actions={kept.place === 'list' ? [openSaved, archive, remove] : [openSaved, remove]}
      />
    </div>
  );
}
