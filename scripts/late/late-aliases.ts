import { join } from 'node:path';
import { LATENESS, type Lateness } from './lateness.ts';

interface Alias {
  find: RegExp;
  replacement: string;
}

/** Imports as `src` writes them. The stand-ins import the same files through `src/`, and so get the originals. */
const BROWSER = /^(?:\.{1,2}\/)+(?:platform\/)?browser\.ts$/;
const CONNECTION = /^(?:\.{1,2}\/)+(?:storage\/)?library-connection\.ts$/;
const CHANGES = /^(?:\.{1,2}\/)+(?:platform\/)?library-changes\.ts$/;

const STAND_INS: Record<Lateness, [find: RegExp, file: string][]> = {
  effects: [[/^preact\/hooks$/, 'late-hooks.mjs']],
  storage: [
    [BROWSER, 'late-storage-api.ts'],
    [CONNECTION, 'late-connection.ts'],
  ],
  messages: [
    [BROWSER, 'late-messages-api.ts'],
    [CHANGES, 'late-changes.ts'],
  ],
};

/** The modules that a build replaces to make something late (`npm run browsers:late`); none in any other build. */
export function lateAliases(late: string | undefined): Alias[] {
  const lateness = LATENESS.find((name) => name === late);
  if (lateness === undefined) return [];
  return STAND_INS[lateness].map(([find, file]) => ({ find, replacement: join(import.meta.dirname, file) }));
}

/** The script that asks for the tab before the popup's own: it imports nothing that could be replaced. */
export const earlyReading = (late: string | undefined): string =>
  late === 'messages' ? 'scripts/late/late-early-reading.ts' : 'src/platform/early-reading.ts';
