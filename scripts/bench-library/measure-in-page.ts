import { deleteDB, openDB } from 'idb';
import { makeBackup } from '../../src/storage/backup/make-backup.ts';
import type { LibraryDatabase } from '../../src/storage/library-schema.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { readList } from '../../src/storage/read-items.ts';
import { saveArticle } from '../../src/storage/save-article.ts';
import { segmentOfItem } from '../../src/storage/search/make-index-entry.ts';
import { mergeSegments } from '../../src/storage/search/merge-segments.ts';
import { searchLibrary } from '../../src/storage/search/search-library.ts';
import { INDEX_STORES, indexItem } from '../../src/storage/search/write-index-entry.ts';
import { metadataOfArticle } from '../../src/storage/stored-metadata.ts';
import { bodyOfArticle } from '../../src/storage/stored-text.ts';
import { writeStrictly } from '../../src/storage/write-strictly.ts';
import { compareIndexes } from './compare-indexes.ts';
import { sampleMaker } from './sample-maker.ts';
import { sampleQueries } from './sample-queries.ts';

const AT_ONCE = 50;
const make = sampleMaker();
/** Queries are cut from the first so many articles. */
const LIBRARY = 10_000;
const WARM_UP = 20;

/** What the bench calls in a page of the extension, where the database is the shipped one. */
const measures = {
  fill,
  indexBytes,
  saves,
  bareWrites,
  warmQueries,
  bareScan,
  coldQuery,
  firstPage,
  backup,
  someIds,
  compare,
};
declare global {
  var rectoBench: typeof measures;
}
globalThis.rectoBench = measures;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Fills the library to `count` articles and merges the index; gives the seconds and the UTF-8 bytes of the texts. */
async function fill(count: number): Promise<{ seconds: number; textBytes: number }> {
  const database = await openDatabase();
  let textBytes = 0;
  const milliseconds = await timed(async () => {
    for (let at = 0; at < count; at += AT_ONCE) {
      textBytes += await fillBatch(database, at, Math.min(count, at + AT_ONCE));
      await mergeSegments(database);
    }
  });
  database.close();
  return { seconds: milliseconds / 1000, textBytes };
}

async function fillBatch(database: LibraryDatabase, from: number, to: number): Promise<number> {
  let bytes = 0;
  await writeStrictly(database, ['metadata', 'bodies', ...INDEX_STORES], async (transaction) => {
    for (let number = from; number < to; number += 1) {
      const article = make(number);
      bytes += new TextEncoder().encode(article.text).length;
      const metadata = metadataOfArticle(article, 1_700_000_000_000 + number, null, []);
      await transaction.objectStore('bodies').put(bodyOfArticle(metadata.id, article));
      await transaction.objectStore('metadata').put(await indexItem(transaction, metadata, article.text));
    }
  });
  return bytes;
}

/** Bytes of all index records, as structured clone holds them (term strings are Latin-1 or UTF-16). */
async function indexBytes(): Promise<{ segments: number; blocks: number; bytes: number }> {
  const database = await openDatabase();
  const sizeOf = (text: string): number => text.length * (/^[\0-\xff]*$/.test(text) ? 1 : 2);
  let [bytes, blocks] = [0, 0];
  const segments = await database.getAll('searchSegments');
  for (const { ids, stamps, lengths, firstTerms, inline } of segments) {
    bytes += sizeOf(ids) + stamps.byteLength + lengths.byteLength + sizeOf(firstTerms);
    if (inline) bytes += sizeOf(inline.terms) + inline.ends.byteLength + inline.bytes.byteLength;
  }
  for (const key of await database.getAllKeys('searchBlocks')) {
    const block = await database.get('searchBlocks', key);
    if (!block) continue;
    blocks += 1;
    bytes += sizeOf(block.terms) + block.ends.byteLength + block.bytes.byteLength;
  }
  database.close();
  return { segments: segments.length, blocks, bytes };
}

/** Milliseconds of each save to "Saved" (read back included), and of making its index entry alone. */
async function saves(count: number): Promise<{ save: number[]; entry: number[] }> {
  const database = await openDatabase();
  const [save, entry]: [number[], number[]] = [[], []];
  for (let at = 0; at < count; at += 1) {
    const article = make(1_000_000 + at);
    save.push(await timed(() => saveArticle(database, { article })));
    const start = performance.now();
    segmentOfItem('x', 1, article);
    entry.push(performance.now() - start);
  }
  database.close();
  return { save, entry };
}

/** The floor of a save: one strict write of the same text into a database of its own. */
async function bareWrites(count: number): Promise<number[]> {
  const database = await openDB('recto-bench-floor', 1, { upgrade: (fresh) => void fresh.createObjectStore('texts') });
  const ms: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const { html, text } = make(2_000_000 + at);
    ms.push(
      await timed(async () => {
        const transaction = database.transaction('texts', 'readwrite', { durability: 'strict' });
        await transaction.store.put({ html, text }, at);
        await transaction.done;
      }),
    );
  }
  database.close();
  await deleteDB('recto-bench-floor');
  return ms;
}

/** The time of a search without an index: every text is read and searched once. */
async function bareScan(): Promise<number> {
  const database = await openDatabase();
  const ms = await timed(async () => {
    let cursor = await database.transaction('bodies').store.openCursor();
    for (; cursor; cursor = await cursor.continue()) cursor.value.text.toLowerCase().includes('nothing like it');
  });
  database.close();
  return ms;
}

/** Other queries come first: by then the page has loaded its list, and its code has run. */
async function warmQueries(count: number): Promise<{ ms: number[]; hits: number; slowest: string }> {
  const database = await openDatabase();
  const queries = sampleQueries(make, WARM_UP + count, LIBRARY);
  for (const text of queries.splice(0, WARM_UP)) await searchLibrary(database, { text, limit: 20 });
  const ms: number[] = [];
  let [hits, slowest] = [0, ''];
  for (const query of queries) {
    const before = Math.max(0, ...ms);
    let found = 0;
    ms.push(
      await timed(async () => {
        found = (await searchLibrary(database, { text: query, limit: 20 })).hits.length;
      }),
    );
    if (found > 0) hits += 1;
    if ((ms.at(-1) ?? 0) > before) slowest = query;
  }
  database.close();
  return { ms, hits, slowest };
}

/** The first query of a page that has just been opened, opening the database included. */
async function coldQuery(at: number): Promise<number> {
  const query = sampleQueries(make, at + 1, LIBRARY)[at] ?? '';
  return timed(async () => searchLibrary(await openDatabase(), { text: query, limit: 20 }));
}

async function firstPage(): Promise<number> {
  return timed(async () => readList(await openDatabase(), { place: 'list', limit: 50 }));
}

/** Ids of articles from all over the library. */
async function someIds(count: number): Promise<string[]> {
  const database = await openDatabase();
  const ids = await database.getAllKeys('bodies');
  database.close();
  return Array.from({ length: count }, (_unused, at) => ids[Math.floor((at * ids.length) / count)] ?? '');
}

/** Gives so many articles a picture of 100 kB that gzip cannot make smaller. */
async function addPictures(database: LibraryDatabase, count: number): Promise<void> {
  const ids = await database.getAllKeys('metadata', null, count);
  for (const [at, id] of ids.entries()) {
    const bytes = crypto.getRandomValues(new Uint8Array(50_000));
    const hash = at.toString(16).padStart(64, '0');
    await database.put('pictures', { hash, type: 'image/jpeg', bytes: new Blob([bytes, bytes.toReversed()]) });
    const job = { articleId: id, url: `https://pictures.example/${at}`, state: 'kept' as const, reason: null, hash };
    await database.put('pictureJobs', { ...job, queuedAt: 0, attempts: 1 });
  }
}

async function backup(): Promise<{ seconds: number; megabytes: number }> {
  const database = await openDatabase();
  await addPictures(database, 1000);
  let size = 0;
  const milliseconds = await timed(async () => {
    size = (await makeBackup(database, {})).size;
  });
  return { seconds: milliseconds / 1000, megabytes: size / 1e6 };
}

/** The ways an index could be kept, on the articles that were filled in. */
async function compare(count: number, queries: number) {
  return compareIndexes(make, count, queries);
}
