import { asRecord } from '../model/parsing/as-record.ts';
import { browser } from './browser.ts';

/**
 * Stores a value in memory that outlives the background's worker, until the browser closes. It is not written to disk,
 * and content scripts cannot read it.
 */
export async function remember(key: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [key]: value });
}

/** More than anybody returns to in one session. All kinds share the memory, which is full at 10 MB. */
const MOST = 300;

/** Remembers one thing of a kind under `prefix` and `name`. Beyond a few hundred the oldest is forgotten. */
export async function rememberOne<Thing extends { at: number }>(
  prefix: string,
  name: string,
  thing: Thing,
): Promise<void> {
  await remember(prefix + name, thing);
  const all = Object.entries(await recallAll(prefix));
  if (all.length <= MOST) return;
  const oldestFirst = all.toSorted(([, a], [, b]) => timeOf(a) - timeOf(b));
  await browser.storage.session.remove(oldestFirst.slice(0, all.length - MOST).map(([key]) => prefix + key));
}

/** A thing without a time is forgotten first. */
const timeOf = (thing: unknown): number => {
  const { at } = asRecord(thing);
  return typeof at === 'number' ? at : 0;
};

/** What is remembered under `key`, unparsed; undefined for nothing. */
export async function recall(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}

/** Forgets these keys: all of them, or none where that is refused. */
export async function forget(...keys: string[]): Promise<void> {
  await browser.storage.session.remove(keys);
}

/** Everything remembered under keys with `prefix`, by the rest of the key. */
export async function recallAll(prefix: string): Promise<Record<string, unknown>> {
  const items = Object.entries(await browser.storage.session.get(null));
  return Object.fromEntries(
    items.filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key.slice(prefix.length), value]),
  );
}
