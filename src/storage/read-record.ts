import { wrap } from 'idb';

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
