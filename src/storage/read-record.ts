import { type IDBPTransaction, unwrap, wrap } from 'idb';
import { object, string } from 'valibot';
import { parseWith } from '../model/parse-with.ts';
import type { LibrarySchema, StoreName } from './library-schema.ts';

/** What fails for the sake of the whole transaction says nothing of the record. */
const OF_TRANSACTION = new Set(['AbortError', 'TransactionInactiveError', 'InvalidStateError']);

/**
 * What `ask` asks for; null when it cannot be read. Browsers keep long records in files of their own, which get lost one by
 * one. A request that fails would end its transaction, and with it all that is done for other records. Throws what fails
 * for the sake of the transaction.
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

const isText = parseWith(object({ html: string(), text: string() }));
const isCopy = parseWith(object({ article: object({ html: string(), text: string() }) }));

export type TextTransaction<Name extends TextStore> = Pick<
  IDBPTransaction<LibrarySchema, (Name | StoreName)[], 'readonly' | 'readwrite'>,
  'objectStore'
>;

/** Texts that a transaction, or the one that it is tried again for, could not read. */
const unreadable = new WeakMap<IDBTransaction, Set<string>>();

/**
 * Reads a text in front (`bodies`) or behind it (`copies`): undefined when there is none, null when it cannot be read, or
 * what is kept is no text.
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
  const isWhole = found === undefined || (store === 'bodies' ? isText : isCopy)(found) !== null;
  return isWhole ? found : null;
}

/**
 * Has a transaction that writes note what it could not read, and leave alone what is noted already. Chromium takes such a
 * transaction back at its end although the failure was handled: its two sides count failures, and only one of them knows
 * of a file that is not there (https://github.com/w3c/IndexedDB/issues/423).
 */
export function noteUnreadable(
  transaction: IDBPTransaction<LibrarySchema, StoreName[], 'readwrite'>,
  lost: Set<string>,
): void {
  unreadable.set(unwrap(transaction), lost);
}
