import type { LibraryChange, LibraryReader } from '../../../model/library.ts';
import type { SavedMetadata } from '../../../model/saved-article.ts';

/** Items looked up at once. */
const AT_ONCE = 500;

type WithMetadata = Pick<LibraryReader, 'metadata'>;

/**
 * Looks up, step by step, which of any number of items the library still has, in whatever place. Gives each as it was
 * given, together with how it is `now`. Another window may have deleted the others for good, of which there is no other
 * sign. Rejects with the library's error if it cannot be asked.
 */
export async function* stillKept<Item extends { id: string }>(
  library: WithMetadata,
  items: readonly Item[],
): AsyncGenerator<{ item: Item; now: SavedMetadata }> {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const step = items.slice(from, from + AT_ONCE);
    const found = await library.metadata(step.map(({ id }) => id));
    const kept = new Map(found.map((now) => [now.id, now]));
    for (const item of step) {
      const now = kept.get(item.id);
      if (now) yield { item, now };
    }
  }
}

/**
 * Whether, after a change, any of the items is still kept and still `holds`; so there is something left for Undo. A
 * change of other items asks nothing.
 */
export async function isAnyKept(
  library: WithMetadata,
  items: readonly { id: string }[],
  { ids }: LibraryChange,
  holds: (now: SavedMetadata) => boolean = () => true,
): Promise<boolean> {
  const changed = ids && new Set(ids);
  if (changed && !items.some(({ id }) => changed.has(id))) return true;
  for await (const { now } of stillKept(library, items)) if (holds(now)) return true;
  return false;
}
