import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { applyHiding } from '../../model/apply-hiding.ts';
import type { HidingChange } from '../../model/hidden-blocks.ts';
import type { Library } from '../../model/library.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import type { HidingTools } from './use-hiding.tsx';

/** What was hidden in articles that are not kept, by address: longer than one reading of the page. */
export type UnkeptHiding = Map<string, HidingChange[]>;

/**
 * What is hidden in an article: kept with the article once that is kept, until then for as long as the reader is open.
 * Hiding does not save by itself. Each change is sent by itself: another window may have hidden something else, and what that
 * does later with the same block counts. What could not be kept is shown as it was before, and `onFail` hears of it.
 */
export function useHiddenBlocks(
  library: Pick<Library, 'keepHidden'>,
  kept: SavedMetadata | null,
  onFail: (thrown: unknown) => void,
  unkept?: UnkeptHiding,
  address = '',
): HidingTools {
  const [own, setOwn] = useState(unkept?.get(address) ?? []);
  const id = kept?.id;
  const latest = useRef(id);
  latest.current = id;
  /** What this article is known to have. */
  const done = useRef<HidingChange[]>([]);
  const leave = (gone: HidingChange[]) => setOwn((now) => now.filter((one) => !gone.includes(one)));
  const keep = (all: HidingChange[], changes: HidingChange[]) => {
    unkept?.set(address, id ? [] : all);
    if (!id || changes.length === 0) return;
    // Where the save was taken back meanwhile nothing is kept, and it stays for as long as the reader is open.
    const isSame = () => latest.current === id;
    library.keepHidden(id, changes).then(
      () => isSame() && done.current.push(...changes),
      (thrown) => {
        if (isSame()) leave(changes);
        onFail(thrown);
      },
    );
  };
  // Before the paint: later, it would be sent after what is pressed next, and not at all from a reader that is closed at once.
  useLayoutEffect(() => {
    done.current = [];
    keep(own, own);
  }, [id]);
  // A list that was changed since has what was done here, unless another window has taken it back.
  useLayoutEffect(() => {
    const gone = done.current.splice(0);
    if (gone[0]) leave(gone);
  }, [kept?.hidden?.at]);
  const hidden = applyHiding(kept?.hidden?.blocks ?? [], own);
  const change = (pressed: HidingChange) => {
    const all = [...own, pressed];
    setOwn(all);
    keep(all, [pressed]);
  };
  // One object for one list: the reader marks the text anew for each.
  return { hidden: useMemo(() => hidden, [JSON.stringify(hidden)]), change, fail: onFail };
}
