import { join } from 'node:path';
import type { BrowserName } from '../../../scripts/find-browser.ts';

/** Folder of the build that is under test: the one that is shipped, unless `npm run browsers:late` has made another. */
export const buildOf = (browser: BrowserName): string =>
  join(import.meta.dirname, '../../..', process.env['RECTO_BUILDS'] ?? 'dist', browser);
