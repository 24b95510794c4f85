import { asRecord } from '../model/parsing/as-record.ts';
import { browser } from './browser.ts';
import { watchItem } from './watch-storage.ts';

/** Where automatic backups go: a folder the person chose (Chromium), the browser's downloads (Firefox), or nowhere. */
export interface AutoBackupState {
  target: 'none' | 'folder' | 'downloads';
  /** Name of the chosen folder. */
  folder: string;
  /** When one was last written and read back, milliseconds since 1970. */
  lastAt: number | null;
  /** How many records are missing or incomplete in that one, or could not be restored from it. */
  unreadable: number;
  /** The last one that was due could not be written: Recto was not allowed to write there, or the disk failed. */
  isHindered: boolean;
}

const KEY = 'backup.auto';
const TARGETS = ['none', 'folder', 'downloads'] as const;

/** Reads it from storage; what is damaged counts as not set. */
export async function readAutoBackup(): Promise<AutoBackupState> {
  const { [KEY]: value } = await browser.storage.local.get(KEY);
  const { target, folder, lastAt, unreadable, isHindered } = asRecord(value);
  return {
    target: TARGETS.find((known) => known === target) ?? 'none',
    folder: typeof folder === 'string' ? folder : '',
    lastAt: finite(lastAt),
    unreadable: finite(unreadable) ?? 0,
    isHindered: isHindered === true,
  };
}

const finite = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** Forgets all of it: they are turned off. */
export async function forgetAutoBackup(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

/** Calls back whenever any of it changes, in any window, until the signal aborts. */
export const watchAutoBackup = (onChange: () => void, signal: AbortSignal): void => watchItem(KEY, onChange, signal);

/**
 * Stores what is given and leaves the rest as it is at that moment: a backup takes long, and choices are made
 * meanwhile.
 */
export async function changeAutoBackup(changed: Partial<AutoBackupState>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await readAutoBackup()), ...changed } });
}
