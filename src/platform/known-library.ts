import { asRecord } from '../model/parsing/as-record.ts';
import { browser } from './browser.ts';
import { watchItem } from './watch-storage.ts';

/** What is remembered of the library outside its database, so that its loss is noticed. */
interface KnownLibrary {
  /** A random mark made together with the database: another mark means another database. */
  birth: string;
  items: number;
}

/** A library that existed and is gone. */
export interface LostLibrary {
  items: number;
  /** When it was noticed, milliseconds since 1970. */
  at: number;
}

const KNOWN = 'library.known';
const LOST = 'library.lost';

/** What was there at the last look; null before the first. */
export async function readKnownLibrary(): Promise<KnownLibrary | null> {
  const { [KNOWN]: value } = await browser.storage.local.get(KNOWN);
  const { birth, items } = asRecord(value);
  return typeof birth === 'string' && typeof items === 'number' ? { birth, items } : null;
}

/** Remembers what is there now. */
export async function keepKnownLibrary(known: KnownLibrary): Promise<void> {
  await browser.storage.local.set({ [KNOWN]: known });
}

/** The loss that was noticed and not settled yet; null for none. */
export async function readLostLibrary(): Promise<LostLibrary | null> {
  const { [LOST]: value } = await browser.storage.local.get(LOST);
  const { items, at } = asRecord(value);
  return typeof items === 'number' && typeof at === 'number' ? { items, at } : null;
}

/** Null once the person has restored it or said that all is well. */
export async function keepLostLibrary(lost: LostLibrary | null): Promise<void> {
  if (lost === null) await browser.storage.local.remove(LOST);
  else await browser.storage.local.set({ [LOST]: lost });
}

/** Calls back whenever a loss is noticed or settled, in any window, until the signal aborts. */
export const watchLostLibrary = (onChange: () => void, signal: AbortSignal): void => watchItem(LOST, onChange, signal);
