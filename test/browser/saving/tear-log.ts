import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/** Size of a block, header of a fragment, and the kind of a record's first fragment of several (https://github.com/google/leveldb/blob/main/doc/log_format.md). */
const BLOCK = 32_768;
const HEADER = 7;
const FIRST = 2;

/** The log that Chromium writes its databases to, in a profile in which Recto alone has any. */
export function logOf(profile: string): string {
  const base = join(profile, 'Default', 'IndexedDB');
  const folder = readdirSync(base).find((name) => name.endsWith('.leveldb'));
  const logs = folder === undefined ? [] : readdirSync(join(base, folder)).filter((name) => name.endsWith('.log'));
  const [last] = logs.sort().reverse();
  if (folder === undefined || last === undefined) throw new Error('There is no log');
  return join(base, folder, last);
}

/** Leaves of the last long record its first fragment, as a browser does that is killed between two writes. */
export function tearLog(log: string): void {
  const bytes = readFileSync(log);
  let torn = 0;
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const left = BLOCK - (at % BLOCK);
    const end = at + HEADER + bytes.readUInt16LE(at + 4);
    const isFilling = left < HEADER || bytes[at + 6] === 0;
    if (!isFilling && bytes[at + 6] === FIRST) torn = end;
    at = isFilling ? at + left : end;
  }
  if (torn === 0) throw new Error('No record is longer than a block');
  truncateSync(log, torn);
}
