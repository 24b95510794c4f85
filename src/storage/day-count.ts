import { DAY_MS } from '../model/day-ms.ts';
import { asRecord } from '../model/parsing/as-record.ts';
import type { LibraryDatabase } from './library-schema.ts';
import { writeStrictly } from './write-strictly.ts';

/** The most days counted at once, however long the browser was closed or far the clock jumped. */
const MOST_DAYS_AT_ONCE = 7;

interface DayCount {
  day: number;
  /** Wall time up to which days have been counted. */
  countedTo: number;
}

/**
 * Counts the days that the library has seen, and gives the count. By wall time alone, a clock that jumps ten years
 * ahead would empty Recently deleted at once. Here a jump counts as a week at most, and a jump back as nothing. Call it
 * before a deletion, too: days not yet counted would be taken off its thirty.
 */
export async function countDays(database: LibraryDatabase, now = Date.now()): Promise<number> {
  return writeStrictly(database, ['tallies'], async (transaction) => {
    const store = transaction.objectStore('tallies');
    const stored = await store.get('days');
    const before = parseDayCount(stored, now);
    const after = countTo(before, now);
    if (asRecord(stored)['countedTo'] !== after.countedTo) await store.put(after, 'days');
    return after.day;
  });
}

/** What the count would be now, to tell how many of the thirty days are left. It changes nothing. */
export async function today(database: LibraryDatabase, now = Date.now()): Promise<number> {
  return countTo(parseDayCount(await database.get('tallies', 'days'), now), now).day;
}

function countTo({ day, countedTo }: DayCount, now: number): DayCount {
  const days = Math.floor((now - countedTo) / DAY_MS);
  const counted = Math.min(Math.max(days, 0), MOST_DAYS_AT_ONCE);
  return { day: day + counted, countedTo: days === counted ? countedTo + days * DAY_MS : now };
}

function parseDayCount(value: unknown, now: number): DayCount {
  const { day, countedTo } = asRecord(value);
  return { day: typeof day === 'number' ? day : 0, countedTo: typeof countedTo === 'number' ? countedTo : now };
}
