import type { LibraryReader } from '../../../model/library.ts';
import type { Place, SavedMetadata } from '../../../model/saved-article.ts';

/** Items looked up at once. */
const AT_ONCE = 500;

/**
 * Looks up, step by step, which of any number of items the library still has, in whatever place. Gives each as it was
 * given, together with its present place. Another window may have deleted the others for good, of which there is no
 * other sign. Rejects with the library's error if it cannot be asked.
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
