import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** npm runs commands in the package's folder; a file named in the folder they were called in is found too. */
export function locateFile(file: string): string {
  const called = process.env['INIT_CWD'];
  return existsSync(file) || called === undefined ? file : resolve(called, file);
}
