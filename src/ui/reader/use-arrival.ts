import { useEffect } from 'preact/hooks';
import { listTextBlocks } from './list-text-blocks.ts';
import { quoteOf } from './reading-place.ts';
import type { Standing } from './standing.ts';
import type { Jumps } from './use-jumps.ts';

/** Room above the place, in px: the bar is there, and the line that says what was added. */
const ROOM = 136;

/** Goes to the paragraph that begins with `quote` once a body that has it stands; *Back to your place* leads back. */
export function useArrival(stands: Standing | null, quote: string | null, jumps: Jumps): void {
  useEffect(() => {
    if (!stands || !quote) return;
    const target = listTextBlocks(stands.body).find((block) => quoteOf(block) === quote);
    if (target) jumps.go(target, ROOM);
  }, [stands, quote]);
}
