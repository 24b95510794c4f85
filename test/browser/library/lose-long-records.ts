import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What both browsers call the folders of records that are too long for the database itself. */
const BESIDE_DATABASE = /\.(?:indexeddb\.blob|files)$/;

/**
 * Removes the files beside the databases of a profile, as a failing disk does, so that the records in them cannot be
 * read. Gives how many.
 */
export function loseLongRecords(profile: string): number {
  let lost = 0;
  for (const entry of readdirSync(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.parentPath.split('/').some((folder) => BESIDE_DATABASE.test(folder))) continue;
    rmSync(join(entry.parentPath, entry.name));
    lost += 1;
  }
  return lost;
}
