import { latestOnly } from '../../model/latest-only.ts';
import type { LibraryReader } from '../../model/library.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';

/** As many as one message may bring. */
const MOST = 10_000;
const FIRST_PAGE = 60;

/** Loads what passes a filter such as `is:favourite`, newest first, and loads it again after every change. */
export async function loadQueried(
  library: LibraryReader,
  text: string,
  onItems: (items: SavedMetadata[], done: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  const begin = latestOnly(signal);
  const read = async (limits: number[]) => {
    const isLatest = begin();
    for (const limit of limits) {
      const { hits, more } = await library.search({ text, limit });
      if (!isLatest()) return;
      onItems(
        hits.map(({ metadata }) => metadata),
        !more || limit === MOST,
      );
      if (!more) return;
    }
  };
  // The list stays as it was when it cannot be read again; the action that met the error tells it.
  library.watch(() => void read([MOST]).catch(() => undefined), signal);
  await read([FIRST_PAGE, MOST]);
}
