import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { applyHiding } from '../../../model/apply-hiding.ts';
import type { HidingChange } from '../../../model/hidden-blocks.ts';
import type { Library } from '../../../model/library.ts';
import type { SavedMetadata } from '../../../model/saved-article.ts';
import type { HidingTools } from './use-hiding.tsx';

/** The blocks hidden in articles that are not kept, by address. It outlives a single reading of the page. */
export type UnkeptHiding = Map<string, HidingChange[]>;

/** The part of it that is the shown article's. */
interface UnkeptOfArticle {
  all: UnkeptHiding;
  address: string;
}

/**
 * The hidden blocks of an article: stored with a kept article, otherwise remembered while the reader is open, even
 * after the kept article is deleted. Hiding a block does not save the article.
 *
 * Each change is sent on its own, because another window may have hidden other blocks, and its later change to the same
 * block counts. If a change could not be stored, the blocks are shown as before, and `onFail` is called. In a private
 * window nothing is stored, and the blocks stay hidden while the reader is open.
 */
export function useHiddenBlocks(
  library: Pick<Library, 'keepHidden'>,
  kept: SavedMetadata | null,
  onFail: (thrown: unknown) => void,
  unkept?: UnkeptOfArticle,
): HidingTools {
  const [own, setOwn] = useState(unkept?.all.get(unkept.address) ?? []);
  const id = kept?.id;
  const at = kept?.hidden?.at ?? 0;
  /** The hidden blocks of the kept article when it was last drawn, as changes; null before that. */
  const last = useRef<(() => HidingChange[]) | null>(null);
  const latest = useRef(id);
  latest.current = id;
  const [known] = useState(() => new Map<typeof id, Map<HidingChange, number>>());
  /**
   * The changes that this article is known to contain, each with the time of the list that first contained it. Later
   * lists contain it too, unless another window took it back.
   */
  const done = known.get(id) ?? new Map<HidingChange, number>();
  known.set(id, done);
  const keep = (all: HidingChange[], changes: HidingChange[]) => {
    setOwn(all);
    unkept?.all.set(unkept.address, id ? [] : all);
    if (!id || changes.length === 0) return;
    library.keepHidden(id, changes).then(
      (since) => since !== null && changes.map((one) => done.set(one, since)),
      (thrown) => {
        // If the save was taken back meanwhile, nothing is stored, and the change stays while the reader is open.
        if (latest.current === id) setOwn((now) => now.filter((one) => !changes.includes(one)));
        onFail(thrown);
      },
    );
  };
  // Before the paint: later, the changes would be sent after the next press, and never by a reader that is closed at
  // once.
  useLayoutEffect(() => {
    // After the article is deleted or its save taken back, it is shown as before. If it exists again, as after Undo, it
    // contains those changes itself, unless another window took them back.
    const all = id ? own.filter((one) => !done.has(one)) : (last.current?.() ?? own);
    keep(all, all);
  }, [id]);
  const standing = own.filter((one) => at < (done.get(one) ?? Infinity));
  const blocks = kept?.hidden?.blocks ?? [];
  const hidden = applyHiding(blocks, standing);
  if (id)
    last.current = () => [
      ...blocks.map((block) => {
        const one = { block, isHidden: true };
        done.set(one, at);
        return one;
      }),
      ...standing,
    ];
  const change = (pressed: HidingChange) => keep([...own, pressed], [pressed]);
  // The same object for the same list, because the reader marks the text for each new one.
  return { hidden: useMemo(() => hidden, [JSON.stringify(hidden)]), change, fail: onFail };
}
