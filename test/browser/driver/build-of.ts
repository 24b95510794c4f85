import { join } from 'node:path';
import type { BrowserName } from '../../../scripts/find-browser.ts';

/** The folder of the build under test: the shipped one, unless `npm run browsers:late` has made another. */
export const buildOf = (browser: BrowserName): string =>
  join(import.meta.dirname, '../../..', process.env['RECTO_BUILDS'] ?? 'dist', browser);
