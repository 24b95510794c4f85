import { PROTOCOL_MARK } from '../../src/messaging/protocol.ts';
import type { ChromiumDriver } from '../../test/browser/driver/chromium-driver.ts';
import { waitUntil } from '../../test/browser/driver/wait-until.ts';

/**
 * The index of the copies, which nobody has indexed, is rebuilt within this time, in milliseconds; that must not run
 * during the measurement.
 */
const INDEX_PATIENCE = 240_000;

const RUNS = 5;

/**
 * From opening the library tab to its first rows laid out, with `count` articles in the list: copies of one that was
 * saved in the ordinary way, under ids, addresses and times of their own.
 */
export async function measureList(driver: ChromiumDriver, count: number): Promise<number[]> {
  const filler = await driver.openRecto('library');
  await filler.evaluate(fillLibrary, count);
  await waitUntil('the search index', () => filler.evaluate(isIndexWhole, PROTOCOL_MARK), INDEX_PATIENCE);
  await filler.close();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const list = await driver.openRecto('library');
    const { started, laidOut } = await list.waitFor(() => {
      const { probe } = globalThis as unknown as { probe: { started: number; laidOut: number } };
      return probe.laidOut > 0 ? { started: performance.timeOrigin, laidOut: probe.laidOut } : null;
    });
    times.push(laidOut - started);
    await list.close();
  }
  return times;
}

/** Runs in the library page. */
async function isIndexWhole(protocol: unknown): Promise<boolean> {
  const envelope = { protocol, name: 'library.mend-search', input: { damaged: false } };
  const reply: { ok?: boolean; value?: unknown } | undefined = await chrome.runtime.sendMessage(envelope);
  return reply?.ok === true && reply.value === null;
}

/** Runs in the library page. */
async function fillLibrary(count: number): Promise<void> {
  const settle = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settle(indexedDB.open('recto-library'));
  const transaction = database.transaction(['metadata', 'bodies'], 'readwrite');
  const metadata = transaction.objectStore('metadata');
  const bodies = transaction.objectStore('bodies');
  const [pattern] = await settle<{ id: string; sort: number }[]>(metadata.getAll(null, 1));
  if (pattern === undefined) throw new Error('Nothing was saved before');
  const body = await settle(bodies.get(pattern.id));
  for (let index = await settle(metadata.count()); index < count; index += 1) {
    const id = `bench-${index}`;
    const url = `https://bench.example/${index}`;
    metadata.put({
      ...pattern,
      id,
      url,
      urlKey: url,
      addresses: [url],
      title: `Article ${index}`,
      sort: pattern.sort - index,
    });
    bodies.put({ ...body, id });
  }
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  database.close();
}
