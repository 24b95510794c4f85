import type { SaveReceipt } from '../model/library.ts';
import { normaliseUrl } from '../model/normalise-url.ts';
import { readSessionPosition } from '../platform/session-positions.ts';
import type { BackgroundLibrary } from './background-library.ts';

/** Gives an article that was just kept the place where its page was left earlier in this session. A copy that was kept before has its own. */
export async function carryPlace(
  url: string | null,
  receipt: SaveReceipt,
  library: Pick<BackgroundLibrary, 'keepPosition'>,
): Promise<void> {
  if (url === null || receipt.existed) return;
  const position = await readSessionPosition(normaliseUrl(url));
  if (position) await library.keepPosition(receipt.id, position);
}
