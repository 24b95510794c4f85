import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** First date a zip can hold: the same files give the same bytes on every machine, at every time. */
const FIXED_TIME = new Date(1980, 0, 1);

/** 0 stores files as they are, 9 makes them as small as can be. */
type Level = 0 | 9;

/** Zips a folder: names sorted, fixed times. */
export function zipFolder(folder: string, level?: Level): Uint8Array {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());
  return zipFiles(
    files.map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)]),
    level,
  );
}

/** Zips files by name: names sorted, fixed times. */
export function zipFiles(files: [name: string, content: Uint8Array][], level: Level = 9): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries: Zippable = {};
  for (const [name, content] of sorted) entries[name] = [content, { mtime: FIXED_TIME, level }];
  return zipSync(entries);
}
