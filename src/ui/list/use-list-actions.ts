import { useCallback, useState } from 'preact/hooks';
import type { Library, TagChange } from '../../model/library.ts';
import type { RectoError } from '../../model/recto-error.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import type { RowAction } from './saved-row.tsx';
import type { BulkAction } from './selection-bar.tsx';
import { useMoves } from './use-moves.ts';
import { useOrganising } from './use-organising.ts';
import type { SavedItems } from './use-saved-items.ts';
import { type StepsProgress, useSteps } from './use-steps.ts';
import type { Undo } from './use-undo.ts';

export interface ListActions {
  /** Does it with several items; `tags` asks which first. */
  perform(action: BulkAction, items: readonly SavedMetadata[]): void;
  /** What a row's own controls ask for. */
  onAction(action: RowAction, item: SavedMetadata, event: Event | null): void;
  /** The items whose tags are being asked for. */
  tagging: readonly SavedMetadata[] | null;
  changeTags(items: readonly SavedMetadata[], change: Required<TagChange>): void;
  stopTagging(): void;
  error: RectoError | null;
  /** How far a change of many items is; null while there is none. */
  progress: StepsProgress | null;
}

/** All that can be done with items of a list, with Undo. `anyPlace`: archiving does not take a row away. */
export function useListActions(
  library: Library,
  saved: SavedItems,
  undo: Undo,
  { anyPlace, onOpen }: { anyPlace: boolean; onOpen?: ((item: SavedMetadata, event: Event) => void) | undefined },
): ListActions {
  const [tagging, setTagging] = useState<readonly SavedMetadata[] | null>(null);
  const steps = useSteps();
  const { move, error: moveError } = useMoves(library, saved, undo, steps, anyPlace);
  const { toggleFavourite, changeTags, error } = useOrganising(library, undo, steps);
  const perform = useCallback(
    (action: BulkAction, items: readonly SavedMetadata[]) => {
      if (action === 'favourite') toggleFavourite(items);
      else if (action === 'tags') setTagging(items);
      else move(action, items);
    },
    [move, toggleFavourite],
  );
  const onAction = useCallback(
    (action: RowAction, item: SavedMetadata, event: Event | null) => {
      if (action !== 'open') perform(action, [item]);
      else if (event) onOpen?.(item, event);
    },
    [perform, onOpen],
  );
  const stopTagging = useCallback(() => setTagging(null), []);
  const { progress } = steps;
  return { perform, onAction, tagging, changeTags, stopTagging, error: moveError ?? error, progress };
}
