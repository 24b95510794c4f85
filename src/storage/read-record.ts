import { type IDBPTransaction, unwrap, wrap } from 'idb';
import { object, string } from 'valibot';
import { parseWith } from '../model/parsing/parse-with.ts';
import type { LibrarySchema, StoreName } from './library-schema.ts';

/** Errors of the whole transaction, which say nothing of the record. */
const OF_TRANSACTION = new Set(['AbortError', 'TransactionInactiveError', 'InvalidStateError']);

/**
 * The record that `ask` requests; null when it cannot be read. Browsers keep long records in files of their own, which
 * get lost one by one. An unhandled failure would end the transaction, and with it all that is done for other records.
 * Throws errors of the whole transaction.
 */
export async function readRecord<T>(ask: () => IDBRequest<T>): Promise<T | null> {
  try {
    const request = ask();
    request.addEventListener('error', (event) => {
      if (OF_TRANSACTION.has(request.error?.name ?? '')) return;
      event.preventDefault();
      event.stopPropagation();
    });
    return await wrap(request);
  } catch (thrown) {
    if (thrown instanceof DOMException && OF_TRANSACTION.has(thrown.name)) throw thrown;
    return null;
  }
}

type TextStore = 'bodies' | 'copies';

const parseText = parseWith(object({ html: string(), text: string() }));
const parseCopy = parseWith(object({ article: object({ html: string(), text: string() }) }));

export type TextTransaction<Name extends TextStore> = Pick<
  IDBPTransaction<LibrarySchema, (Name | StoreName)[], 'readonly' | 'readwrite'>,
  'objectStore'
>;

/** Texts that a transaction could not read, also on its first attempt. */
const unreadable = new WeakMap<IDBTransaction, Set<string>>();

/**
 * Reads a text in front (`bodies`) or behind it (`copies`). Undefined when there is none; null when it cannot be read,
 * or the record is no text.
 */
export async function readText<Name extends TextStore>(
  transaction: TextTransaction<Name>,
  store: Name,
  key: LibrarySchema[Name]['key'],
): Promise<LibrarySchema[Name]['value'] | undefined | null> {
  const texts = unwrap(transaction.objectStore(store));
  const lost = unreadable.get(texts.transaction);
  const name = JSON.stringify([store, key]);
  if (lost?.has(name)) return null;
  const found = await readRecord(() => texts.get(key));
  if (found === null) lost?.add(name);
  const isWhole = found === undefined || (store === 'bodies' ? parseText : parseCopy)(found) !== null;
  return isWhole ? found : null;
}

/**
 * Makes a writing transaction note what it could not read, and not try it again. Chromium takes back a transaction at
 * its end even though the failure was handled: its two processes count failures apart, and only one knows of the
 * missing file (https://github.com/w3c/IndexedDB/issues/423).
 */
export function noteUnreadable(
  transaction: IDBPTransaction<LibrarySchema, StoreName[], 'readwrite'>,
  lost: Set<string>,
): void {
  unreadable.set(unwrap(transaction), lost);
}
