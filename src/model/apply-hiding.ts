import type { HiddenBlock, HidingChange } from './hidden-blocks.ts';

/** The hidden blocks after these changes, in order. A change that was already made changes nothing. */
export function applyHiding(blocks: readonly HiddenBlock[], changes: readonly HidingChange[]): HiddenBlock[] {
  const after = new Map(blocks.map((block) => [blockKey(block), block]));
  for (const { block, isHidden } of changes) {
    if (isHidden) after.set(blockKey(block), block);
    else after.delete(blockKey(block));
  }
  return [...after.values()];
}

/** The same for two names of one block. */
export const blockKey = ({ quote, nth }: HiddenBlock): string => `${nth} ${quote}`;
