import { DAY_MS } from '../../model/day-ms.ts';
import { DAYS_IN_DELETED, type SavedMetadata } from '../../model/saved-article.ts';

/**
 * A backup restored into a new profile is to bring what was deleted shortly before it was made, and in a library that is
 * seldom opened the thirty days last longer (`countDays`): thrice as long is taken for enough.
 */
const LONG_MS = 3 * DAYS_IN_DELETED * DAY_MS;

/**
 * Whether an item of a backup was deleted so long before the file was made (`madeAt`; 0 where that is unknown) that it
 * does not come where it is not. It would have thirty new days: two libraries that restore each other's backups would
 * hand it to each other, and neither would be rid of it. A file from a clock that is ahead counts as made now.
 */
export function wasDeletedLongBefore(
  madeAt: number,
  { place, movedAt }: Pick<SavedMetadata, 'place' | 'movedAt'>,
  now = Date.now(),
): boolean {
  return place === 'deleted' && madeAt > 0 && Math.min(madeAt, now) - movedAt > LONG_MS;
}
