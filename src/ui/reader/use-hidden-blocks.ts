import { useEffect, useMemo, useState } from 'preact/hooks';
import type { HiddenBlock } from '../../model/hidden-blocks.ts';
import type { Library } from '../../model/library.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import type { HidingTools } from './use-hiding.ts';

const NONE: readonly HiddenBlock[] = [];

/**
 * What is hidden in an article: kept with the article once that is kept, until then for as long as it is open. Hiding
 * does not save by itself.
 */
export function useHiddenBlocks(
  library: Pick<Library, 'keepHidden'>,
  kept: SavedMetadata | null,
  onFail: (thrown: unknown) => void,
): HidingTools {
  const [own, setOwn] = useState<{ at: number; blocks: HiddenBlock[] } | null>(null);
  const id = kept?.id ?? null;
  useEffect(() => {
    if (id !== null && own !== null) library.keepHidden(id, own).catch(onFail);
  }, [id, own]);
  const stored = kept?.hidden;
  const hidden = (stored && stored.at > (own?.at ?? -1) ? stored : own)?.blocks ?? NONE;
  // One object for one list: the reader marks the text anew for each.
  const key = JSON.stringify(hidden);
  return useMemo(() => ({ hidden, change: (blocks) => setOwn({ at: Date.now(), blocks }) }), [key]);
}
