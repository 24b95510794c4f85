import { Index } from 'flexsearch';
import IndexedDatabase from 'flexsearch/db/indexeddb';
import { deleteDB, openDB } from 'idb';
import { parseQuery } from '../../src/model/search/parse-query.ts';
import { termsOf } from '../../src/model/search/tokenise.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { searchLibrary } from '../../src/storage/search/search-library.ts';
import type { sampleMaker } from './sample-maker.ts';
import { sampleQueries } from './sample-queries.ts';

/** What one way of keeping the index costs. Times in ms; `write` is one save's entry in a transaction of its own. */
interface IndexCost {
  name: string;
  write: number[];
  /** With the database already open. */
  query: number[];
  /** Queries that found something. */
  found: number;
  /** Growth of the origin's storage. */
  bytes: number;
}

const SINGLE_WRITES = 20;
const AT_ONCE = 50;
const LIMIT = 20;
type Make = ReturnType<typeof sampleMaker>;

/**
 * Our packed segments as they are after `fill`, a `multiEntry` index of terms, and FlexSearch, on the same articles and
 * queries.
 */
export async function compareIndexes(make: Make, count: number, queries: number): Promise<IndexCost[]> {
  const texts = Array.from({ length: count }, (_unused, at) => ({ id: at, text: textOf(make, at) }));
  const asked = sampleQueries(make, queries, count);
  return [await packedSegments(asked), await multiEntry(texts, asked), await flexSearch(texts, asked)];
}

const textOf = (make: Make, number: number): string => {
  const { title, text } = make(number);
  return `${title} ${text}`;
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const usage = async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0;

/** `ask` gives how many it found. */
async function each(queries: string[], ask: (query: string) => Promise<number>) {
  const query: number[] = [];
  let found = 0;
  for (const text of queries) {
    query.push(
      await timed(async () => {
        if ((await ask(text)) > 0) found += 1;
      }),
    );
  }
  return { query, found };
}

/**
 * Only the records of the index are copied, to measure their size. The entry of a save is measured by the bench itself.
 */
async function packedSegments(queries: string[]): Promise<IndexCost> {
  const database = await openDatabase();
  const [segments, blocks] = [await database.getAll('searchSegments'), await database.getAll('searchBlocks')];
  const before = await usage();
  const copy = await openDB('recto-bench-copy', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('records', { autoIncrement: true }),
  });
  const transaction = copy.transaction('records', 'readwrite', { durability: 'strict' });
  for (const record of [...segments, ...blocks]) void transaction.store.add(record);
  await transaction.done;
  const bytes = (await usage()) - before;
  copy.close();
  await deleteDB('recto-bench-copy');
  const asked = await each(
    queries,
    async (text) => (await searchLibrary(database, { text, limit: LIMIT })).hits.length,
  );
  database.close();
  return { name: 'packed segments', write: [], ...asked, bytes };
}

/** One record per article whose array of terms is indexed: no positions, so that a phrase is only its words, and no ranks. */
async function multiEntry(texts: { id: number; text: string }[], queries: string[]): Promise<IndexCost> {
  const before = await usage();
  const database = await openDB('recto-bench-terms', 1, {
    upgrade: (fresh) =>
      void fresh.createObjectStore('items', { keyPath: 'id' }).createIndex('terms', 'terms', { multiEntry: true }),
  });
  const put = async (some: { id: number; text: string }[]) => {
    const transaction = database.transaction('items', 'readwrite', { durability: 'strict' });
    for (const { id, text } of some) void transaction.store.put({ id, terms: [...new Set(termsOf(text))] });
    await transaction.done;
  };
  const write = await writeAll(texts, put);
  const asked = await each(queries, async (text) => {
    const index = database.transaction('items').store.index('terms');
    const found = await Promise.all(
      parseQuery(text).flatMap(({ terms, prefix }) =>
        terms.map(({ term }, at) => {
          const longer = prefix && at === terms.length - 1;
          return index.getAllKeys(longer ? IDBKeyRange.bound(term, `${term}\uffff`) : IDBKeyRange.only(term));
        }),
      ),
    );
    const sets = found.map((keys) => new Set(keys));
    return [...(sets[0] ?? [])].filter((id) => sets.every((set) => set.has(id))).slice(0, LIMIT).length;
  });
  const bytes = (await usage()) - before;
  database.close();
  await deleteDB('recto-bench-terms');
  return { name: 'multi-entry terms', write, ...asked, bytes };
}

/** FlexSearch with our terms, whole words only, without its own store of texts. */
async function flexSearch(texts: { id: number; text: string }[], queries: string[]): Promise<IndexCost> {
  const before = await usage();
  const store = new IndexedDatabase('bench');
  const index = new Index({ tokenize: 'strict', encode: termsOf });
  await index.mount(store);
  const put = async (some: { id: number; text: string }[]) => {
    for (const { id, text } of some) index.add(id, text);
    await index.commit();
  };
  const write = await writeAll(texts, put);
  const asked = await each(queries, async (text) => (await index.search(text, { limit: LIMIT })).length);
  const bytes = (await usage()) - before;
  await index.destroy();
  return { name: 'FlexSearch', write, ...asked, bytes };
}

/**
 * Adds all but the last articles in batches, and the last ones one by one, as saves add them. Gives the ms of those.
 */
async function writeAll<Text>(texts: Text[], put: (some: Text[]) => Promise<void>): Promise<number[]> {
  const single = texts.splice(-SINGLE_WRITES);
  for (let at = 0; at < texts.length; at += AT_ONCE) await put(texts.slice(at, at + AT_ONCE));
  const ms: number[] = [];
  for (const text of single) ms.push(await timed(() => put([text])));
  texts.push(...single);
  return ms;
}
