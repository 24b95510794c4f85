import type { IDBPTransaction } from 'idb';
import { type Place, parseSavedMetadata, type SavedMetadata } from '../../model/saved-article.ts';
import { keysOfPlace } from '../key-ranges.ts';
import type { LibrarySchema, StoredMetadata, StoreName } from '../library-schema.ts';
import { readText } from '../read-record.ts';
import type { Ranked } from './rank-articles.ts';

/** Entries looked up beyond those that are shown, since some are out of date. */
const SPARE = 4;
/**
 * Up to this many equally good results are read in order to sort them. If there are more, the order of their lists is
 * read instead.
 */
const FEW = 200;

type FoundTransaction = Pick<IDBPTransaction<LibrarySchema, StoreName[], 'readonly' | 'readwrite'>, 'objectStore'>;

/** A found item; its text was read where it is among the first. */
export interface Found {
  metadata: SavedMetadata;
  text: string | undefined;
}

interface Entry extends Found {
  score: number;
  sort: number;
}

/**
 * The best `wanted` of the entries that are still current. Links have no text, so that many are equally good by their
 * titles: the newest of these come first, as in their lists, whatever their order in an imported file.
 */
export async function collectFound(
  transaction: FoundTransaction,
  ranked: readonly Ranked[],
  wanted: number,
): Promise<Found[]> {
  const found: Found[] = [];
  for (let at = 0; at < ranked.length && found.length < wanted; ) {
    const missing = wanted - found.length;
    const isMany = endOfEqual(ranked, at) - at > FEW;
    const end = isMany ? endOfEqual(ranked, at) : endOfFew(ranked, at, missing + SPARE);
    const batch = ranked.slice(at, end);
    at = end;
    found.push(
      ...(isMany ? await readNewest(transaction, batch, missing) : await readAll(transaction, batch, missing)),
    );
  }
  return found.slice(0, wanted);
}

/** The end of the results that are as good as the one at `from`. */
function endOfEqual(ranked: readonly Ranked[], from: number): number {
  const score = ranked[from]?.score;
  let at = from;
  while (at < ranked.length && ranked[at]?.score === score) at += 1;
  return at;
}

/** The end of a batch of at least `least` entries, after all that are as good as its last, or before too many of them. */
function endOfFew(ranked: readonly Ranked[], from: number, least: number): number {
  let at = from;
  while (at < Math.min(from + least, ranked.length)) {
    const end = endOfEqual(ranked, at);
    if (end - at > FEW) break;
    at = end;
  }
  return at;
}

/** The current entries of a batch, in order; the first `shown` of them with their text. */
async function readAll(transaction: FoundTransaction, batch: readonly Ranked[], shown: number): Promise<Found[]> {
  const read = await Promise.all(batch.map((entry, index) => readEntry(transaction, entry, index < shown)));
  return inOrder(read);
}

/** The newest `wanted` of many equally good results: the keys of the lists are in their order and quickly read. */
async function readNewest(transaction: FoundTransaction, equal: readonly Ranked[], wanted: number): Promise<Found[]> {
  const byId = new Map<string, Ranked[]>();
  for (const entry of equal) {
    const id = entry.segment.ids[entry.number] ?? '';
    byId.set(id, [...(byId.get(id) ?? []), entry]);
  }
  const newestIn = async (place: Place): Promise<(Entry | null)[]> => {
    const listed = await transaction.objectStore('metadata').index('place').getAllKeys(keysOfPlace(place));
    const ids = listed.filter((id) => byId.has(id));
    const newest: (Entry | null)[] = [];
    for (let at = 0, missing = wanted; at < ids.length && missing > 0; ) {
      const entries = ids.slice(at, at + missing + SPARE).flatMap((id) => byId.get(id) ?? []);
      at += missing + SPARE;
      newest.push(...(await Promise.all(entries.map((entry) => readEntry(transaction, entry, false)))));
      missing = wanted - newest.filter((entry) => entry !== null).length;
    }
    return newest;
  };
  return inOrder((await Promise.all([newestIn('list'), newestIn('archive')])).flat()).slice(0, wanted);
}

const inOrder = (entries: readonly (Entry | null)[]): Entry[] =>
  entries
    .filter((entry) => entry !== null)
    .sort((a, b) => b.score - a.score || a.sort - b.sort || (a.metadata.id < b.metadata.id ? -1 : 1));

/** Null where the entry is out of date, or the item damaged. */
async function readEntry(
  transaction: FoundTransaction,
  { segment, number, score }: Ranked,
  withText: boolean,
): Promise<Entry | null> {
  const id = segment.ids[number] ?? '';
  const [stored, body]: [StoredMetadata | undefined, { text: string } | null | undefined] = await Promise.all([
    transaction.objectStore('metadata').get(id),
    withText ? readText(transaction, 'bodies', id) : undefined,
  ]);
  if (!stored || stored.place === 'deleted' || stored.searchStamp !== segment.stamps[number]) return null;
  const metadata = parseSavedMetadata(stored);
  return metadata && { metadata, text: withText ? (body?.text ?? '') : undefined, score, sort: stored.sort };
}
