import type { LibraryReader } from '../../model/library.ts';
import type { Place, SavedMetadata } from '../../model/saved-article.ts';

/** Items looked up at once. */
const AT_ONCE = 500;

/**
 * Those of any number of items that the library has, in whatever place, looked up step by step: each as it was given, and
 * the place where it is now. Another window may have deleted the others for good, and nothing tells of that any more.
 * Rejects with what the library says where it cannot be asked.
 */
export async function* stillKept(
  library: LibraryReader,
  items: readonly SavedMetadata[],
): AsyncGenerator<{ item: SavedMetadata; place: Place }> {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const step = items.slice(from, from + AT_ONCE);
    const found = await library.metadata(step.map(({ id }) => id));
    const places = new Map(found.map(({ id, place }) => [id, place]));
    for (const item of step) {
      const place = places.get(item.id);
      if (place !== undefined) yield { item, place };
    }
  }
}
