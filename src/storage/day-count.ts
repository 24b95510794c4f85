import { asRecord } from '../model/as-record.ts';
import type { LibraryDatabase } from './library-schema.ts';
import { writeStrictly } from './write-strictly.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** However long the browser was closed, or however far the clock jumped: no more days than this at once. */
const MOST_DAYS_AT_ONCE = 7;

interface DayCount {
  day: number;
  /** Wall time up to which days have been counted. */
  countedTo: number;
}

/**
 * Counts the days the library has seen, and gives the count. Wall time alone would let a clock that jumps ten years
 * ahead empty Recently deleted at once; here a jump counts as a week at most, and a jump back as nothing. To be called
 * before a deletion, too: days that have passed and were not counted yet would else be taken off its thirty.
 */
export async function countDays(database: LibraryDatabase, now = Date.now()): Promise<number> {
  return writeStrictly(database, ['tallies'], async (transaction) => {
    const store = transaction.objectStore('tallies');
    const stored = await store.get('days');
    const before = parseDayCount(stored, now);
    const days = Math.floor((now - before.countedTo) / DAY_MS);
    if (days === 0 && now >= before.countedTo) {
      if (asRecord(stored)['countedTo'] !== before.countedTo) await store.put(before, 'days');
      return before.day;
    }
    const normal = days > 0 && days <= MOST_DAYS_AT_ONCE;
    const after: DayCount = {
      day: before.day + Math.min(Math.max(days, 0), MOST_DAYS_AT_ONCE),
      countedTo: normal ? before.countedTo + days * DAY_MS : now,
    };
    await store.put(after, 'days');
    return after.day;
  });
}

/** The count as it stands, to tell what is left of the thirty days. */
export async function today(database: LibraryDatabase): Promise<number> {
  return parseDayCount(await database.get('tallies', 'days'), 0).day;
}

function parseDayCount(value: unknown, now: number): DayCount {
  const { day, countedTo } = asRecord(value);
  return { day: typeof day === 'number' ? day : 0, countedTo: typeof countedTo === 'number' ? countedTo : now };
}
