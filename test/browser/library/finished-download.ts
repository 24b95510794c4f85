import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../driver/wait-until.ts';

/** What is still being written: Firefox keeps an empty file of the right name beside its own. */
const UNDER_WAY = /\.(?:part|crdownload)$/;

/** The path of the download whose name ends so, once it is whole; waits for it. */
export function finishedDownload(folder: string, ending: string): Promise<string> {
  return waitUntil(`a download *${ending}`, () => {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const name = names.find((file) => file.endsWith(ending));
    if (name === undefined || names.some((file) => UNDER_WAY.test(file))) return null;
    const path = join(folder, name);
    return statSync(path).size > 0 ? path : null;
  });
}
