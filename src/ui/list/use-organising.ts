import { useCallback, useState } from 'preact/hooks';
import { asRectoError } from '../../model/as-recto-error.ts';
import type { LibraryWriter, TagChange } from '../../model/library.ts';
import type { RectoError } from '../../model/recto-error.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import { sameTag } from '../../model/search/same-tag.ts';
import type { Undo } from './use-undo.ts';
import { useWords } from './words-context.ts';

interface Organising {
  /** Makes all of them favourites, or, when all are, none. */
  toggleFavourite(items: readonly SavedMetadata[]): void;
  changeTags(items: readonly SavedMetadata[], change: Required<TagChange>): void;
  error: RectoError | null;
}

/** Favourites and tags with Undo, which changes back only what was really changed. */
export function useOrganising(library: LibraryWriter, { offer }: Undo): Organising {
  const words = useWords();
  const [error, setError] = useState<RectoError | null>(null);
  const fail = useCallback((thrown: unknown) => setError(asRectoError(thrown)), []);

  const toggleFavourite = useCallback(
    (items: readonly SavedMetadata[]) => {
      const favourite = items.some((item) => !item.favourite);
      const ids = items.filter((item) => item.favourite !== favourite).map(({ id }) => id);
      const told = favourite ? 'listFavoured' : 'listUnfavoured';
      setError(null);
      library.setFavourite(ids, favourite).then(
        () =>
          offer({
            text: words.count(told, ids.length, items[0]?.title ?? ''),
            undo: () => library.setFavourite(ids, !favourite).catch(fail),
          }),
        fail,
      );
    },
    [library, offer, words, fail],
  );

  const changeTags = useCallback(
    (items: readonly SavedMetadata[], change: Required<TagChange>) => {
      if (change.add.length === 0 && change.remove.length === 0) return;
      const ids = items.map(({ id }) => id);
      setError(null);
      library.changeTags(ids, change).then(
        () =>
          offer({
            text: words.count('listTagged', ids.length, items[0]?.title ?? ''),
            undo: () => undoTags(library, items, change).catch(fail),
          }),
        fail,
      );
    },
    [library, offer, words, fail],
  );
  return { toggleFavourite, changeTags, error };
}

const hasTag = (item: SavedMetadata, tag: string): boolean => item.tags.some((each) => sameTag(each, tag));

/** Takes a tag only from items that did not have it before, and gives it back only to those that did. */
async function undoTags(library: LibraryWriter, items: readonly SavedMetadata[], change: Required<TagChange>) {
  for (const tag of change.add) {
    const ids = items.filter((item) => !hasTag(item, tag)).map(({ id }) => id);
    if (ids.length > 0) await library.changeTags(ids, { remove: [tag] });
  }
  for (const tag of change.remove) {
    const ids = items.filter((item) => hasTag(item, tag)).map(({ id }) => id);
    if (ids.length > 0) await library.changeTags(ids, { add: [tag] });
  }
}
