import { literal, object, string } from 'valibot';
import { normaliseUrl } from '../model/address/normalise-url.ts';
import { LATEST, parseTimedHighlight } from '../model/backup/backup-line.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { parseWith } from '../model/parsing/parse-with.ts';
import { listPictures } from '../model/pictures/list-pictures.ts';
import { parseSavedMetadata } from '../model/saved-article.ts';
import { parseCopy, putCopy } from './copies/stored-copies.ts';
import { mendHighlight } from './highlights/read-highlights.ts';
import { keysOfArticle } from './key-ranges.ts';
import type { DamagedRecord, LibraryDatabase, StoredMetadata } from './library-schema.ts';
import { mendMetadata, parseOrName } from './mend-metadata.ts';
import { NOT_ASKED, queuePictures, recountPictures } from './pictures/picture-jobs.ts';
import { findLostBytes } from './pictures/read-pictures.ts';
import { dropUnused } from './pictures/settle-picture.ts';
import { readText } from './read-record.ts';
import { INDEX_STORES, indexItem } from './search/write-index-entry.ts';
import { isClosed } from './storage-error.ts';
import { withSortFields } from './stored-metadata.ts';
import { noteLostText } from './stored-text.ts';
import { type WriteTransaction, writeStrictly } from './write-strictly.ts';

/** What a check of the library has found, and done about it. */
export interface CheckReport {
  /** Items looked at. */
  checked: number;
  /** Records that were wrong and are mended. */
  mended: number;
  /** Records that could not be mended: taken out of the list, kept in `damaged`, never deleted. */
  setAside: { title: string | null; why: string }[];
  /**
   * Articles whose text the browser has lost. A new copy of the page, or a backup, makes them whole. `url` is null where
   * the entry is damaged, too.
   */
  withoutText: { id: string; title: string | null; url: string | null }[];
}

const AT_ONCE = 50;
const STORES = ['metadata', 'bodies', 'copies', 'pictures', 'pictureJobs', 'damaged', ...INDEX_STORES] as const;

/**
 * Verifies every record and that records belong together, and mends what it can:
 * - wrong or missing fields, order and addresses;
 * - an article whose text is gone, which becomes a link;
 * - a kept picture whose bytes are gone or cannot be read, which is fetched again;
 * - pictures of an article that have no record, which can be asked for then.
 *
 * The rest is set aside with all that is left of it. What cannot even be read is named and stays where it is. May be
 * stopped at any time; running it twice changes nothing.
 *
 * @param onProgress counts items and kept pictures together: reading many pictures takes longer than their articles
 */
export async function checkLibrary(
  database: LibraryDatabase,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<CheckReport> {
  const report = newReport();
  const ids = await database.getAllKeys('metadata');
  const hashes = await database.getAllKeys('pictures');
  const total = ids.length + hashes.length;
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    for (const id of ids.slice(at, at + AT_ONCE)) await checkItem(database, id, report);
    report.checked = Math.min(at + AT_ONCE, ids.length);
    onProgress(report.checked, total);
  }
  const lost = await findLostBytes(database, hashes, (looked) => onProgress(ids.length + looked, total));
  await checkStrays(database, lost, report);
  return report;
}

const newReport = (): CheckReport => ({ checked: 0, mended: 0, setAside: [], withoutText: [] });

async function checkItem(database: LibraryDatabase, id: string, report: CheckReport): Promise<void> {
  const value = await readMetadata(database, id);
  if (value === UNREADABLE) {
    report.setAside.push({ title: null, why: CANNOT_BE_READ });
    return;
  }
  const body = await readText(database.transaction('bodies'), 'bodies', id);
  if (body === null) {
    const { whole, title } = parseOrName(value);
    report.withoutText.push({ id, title, url: whole?.url ?? null });
    await noteLostText(database, id);
    return;
  }
  const mended = settle(value, body ?? null);
  if (mended !== value) await writeStrictly(database, STORES, (transaction) => mendItem(transaction, id, report));
  if (mended?.kind === 'article' && !mended.pictures && body && listPictures(body).length > 0) {
    await writeStrictly(database, STORES, (transaction) => nameMissingPictures(transaction, id, report));
  }
}

/**
 * Adds the missing records of pictures to articles that were imported or restored before Recto kept pictures of such.
 * No server is asked for them: the person can do so in the reader.
 */
async function nameMissingPictures(transaction: WriteTransaction, id: string, report: CheckReport): Promise<void> {
  const metadata = await transaction.objectStore('metadata').get(id);
  const body = await transaction.objectStore('bodies').get(id);
  if (!metadata || !body || (await transaction.objectStore('pictureJobs').count(keysOfArticle(id))) > 0) return;
  await queuePictures(transaction, id, body, { queuedAt: metadata.savedAt, ...NOT_ASKED });
  report.mended += 1;
}

const CANNOT_BE_READ = 'the record cannot be read';

/** Mends an item, read again first: the background may have written it since. */
async function mendItem(transaction: WriteTransaction, id: string, report: CheckReport): Promise<void> {
  const value = await transaction.objectStore('metadata').get(id);
  const body = (await transaction.objectStore('bodies').get(id)) ?? null;
  const mended = settle(value, body);
  if (value === undefined || mended === value) return;
  if (mended !== null) {
    // Search may now see another item: a link has no text, and the stamp of its entry may be what was lost.
    await transaction.objectStore('metadata').put(await indexItem(transaction, mended, body?.text ?? ''));
    report.mended += 1;
    return;
  }
  const why = 'a field is missing or damaged';
  const record = { store: 'metadata', id, title: parseOrName(value).title, why, value: { metadata: value, body } };
  await setAside(transaction, record, report);
  await transaction.objectStore('metadata').delete(id);
  await transaction.objectStore('bodies').delete(id);
}

/**
 * The record as it should be: the same where it is right, null where it cannot be mended. A record that no search finds
 * is not right.
 */
function settle(value: StoredMetadata | undefined, body: { contentHash: string } | null): StoredMetadata | null {
  const mended = mendMetadata(value);
  if (mended === null) return null;
  const whole: StoredMetadata = { ...mended, urlKey: normaliseUrl(mended.url) };
  if (whole.kind === 'article' && body === null) {
    Object.assign(whole, { kind: 'link', wordCount: 0, readingMinutes: 0, contentHash: '', searchStamp: null });
  } else if (whole.kind === 'link' && body !== null) whole.kind = 'article';
  if (body !== null) whole.contentHash = body.contentHash;
  const settled = withSortFields(whole);
  const isRight = value !== undefined && same(settled, value) && parseSavedMetadata(value) !== null;
  return isRight && settled.searchStamp !== null ? value : settled;
}

const same = (left: StoredMetadata, right: StoredMetadata): boolean => stable(left) === stable(right);
const stable = (value: object): string => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

const UNREADABLE = Symbol('unreadable');

async function readMetadata(database: LibraryDatabase, id: string) {
  return database.get('metadata', id).catch((thrown: unknown): typeof UNREADABLE => {
    // A database that was closed meanwhile says nothing of its records.
    if (isClosed(thrown)) throw thrown;
    return UNREADABLE;
  });
}

/** Reads a job whose picture counts as kept; null for any other. */
const parseKept = parseWith(object({ state: literal('kept'), hash: string() }));
/** Records without an item may be damaged as well; they are named by what is left of them. */
const parseText = parseWith(object({ text: string() }));
const parseQuote = parseWith(object({ exact: string() }));
const parseTitle = parseWith(object({ article: object({ title: string() }) }));

/** One kind of check; `ids` are those of all items that are there. */
type StrayCheck = (transaction: WriteTransaction, ids: ReadonlySet<string>, report: CheckReport) => Promise<void>;

/**
 * Checks records without an item, and pictures that count as kept and are not. A record that cannot be read ends its
 * transaction, so each kind has its own, which counts once it is on the disk.
 */
async function checkStrays(database: LibraryDatabase, lost: ReadonlySet<string>, report: CheckReport): Promise<void> {
  const checks: StrayCheck[] = [checkBodies, checkHighlights, checkCopies, checkPictures(lost)];
  for (const check of checks) {
    try {
      const found = await writeStrictly(database, STORES, async (transaction) => {
        const fresh = newReport();
        await check(transaction, new Set(await transaction.objectStore('metadata').getAllKeys()), fresh);
        return fresh;
      });
      report.mended += found.mended;
      report.setAside.push(...found.setAside);
    } catch (thrown) {
      // A full disk, or a closed connection, is not the records' fault.
      if (isClosed(thrown) || !(thrown instanceof RectoError && thrown.code === 'storage-unavailable')) throw thrown;
      report.setAside.push({ title: null, why: CANNOT_BE_READ });
    }
  }
}

const checkBodies: StrayCheck = async (transaction, ids, report) => {
  const bodies = transaction.objectStore('bodies');
  for (const id of await bodies.getAllKeys()) {
    if (ids.has(id)) continue;
    const value = await bodies.get(id);
    const title = parseText(value)?.text.split('\n')[0]?.slice(0, 100) ?? null;
    await setAside(transaction, { store: 'bodies', id, title, why: 'a text without its entry', value }, report);
    await bodies.delete(id);
  }
};

const checkHighlights: StrayCheck = async (transaction, ids, report) => {
  const highlights = transaction.objectStore('highlights');
  for (const value of await highlights.getAll()) {
    const mended = mendHighlight(value);
    if (mended && ids.has(mended.articleId)) {
      if (parseTimedHighlight(value)) continue;
      await highlights.put(mended);
      report.mended += 1;
      continue;
    }
    const { id } = value;
    const title = parseQuote(value)?.exact ?? null;
    const why = 'a highlight without its article';
    await setAside(transaction, { store: 'highlights', id, title, why, value }, report);
    await highlights.delete(id);
  }
};

const checkCopies: StrayCheck = async (transaction, ids, report) => {
  const copies = transaction.objectStore('copies');
  for (const key of await copies.getAllKeys()) {
    if (ids.has(key[0]) && Math.abs(key[1]) <= LATEST) continue;
    const value = await copies.get(key);
    if (ids.has(key[0])) {
      await mendTimeOfCopy(transaction, key, value, report);
      continue;
    }
    const record = { store: 'copies', id: key.join(' '), title: parseTitle(value)?.article.title ?? null, value };
    await setAside(transaction, { ...record, why: 'a copy without its article' }, report);
    await copies.delete(key);
  }
};

/**
 * Gives a text the time of the check if its own is not a possible time, since no restore would take it. What else is
 * damaged stays as it is.
 */
async function mendTimeOfCopy(
  transaction: WriteTransaction,
  key: [string, number],
  value: unknown,
  report: CheckReport,
): Promise<void> {
  const copy = parseCopy(value);
  if (!copy) return;
  await transaction.objectStore('copies').delete(key);
  await putCopy(transaction, { ...copy, articleId: key[0], keptAt: Date.now() });
  report.mended += 1;
}

/** Checks pictures. Nothing is left to keep of the `lost` ones, whose bytes cannot be read. */
const checkPictures =
  (lost: ReadonlySet<string>): StrayCheck =>
  async (transaction, ids, report) => {
    const hashes = new Set(await transaction.objectStore('pictures').getAllKeys());
    const jobs = transaction.objectStore('pictureJobs');
    const strays: (string | null)[] = [...lost];
    const changed = new Set<string>();
    for (const job of await jobs.getAll()) {
      const kept = parseKept(job);
      const timed = Math.abs(job.queuedAt) > LATEST ? { ...job, queuedAt: Date.now() } : job;
      if (!ids.has(job.articleId)) {
        await jobs.delete([job.articleId, job.url]);
        strays.push(kept?.hash ?? null);
      } else if (kept && (!hashes.has(kept.hash) || lost.has(kept.hash))) {
        await jobs.put({ ...timed, state: 'pending', hash: null, attempts: 0 });
        changed.add(job.articleId);
      } else if (timed !== job) await jobs.put(timed);
      else continue;
      report.mended += 1;
    }
    for (const id of changed) await recountPictures(transaction, id);
    await dropUnused(transaction, strays);
  };

async function setAside(
  transaction: WriteTransaction,
  record: Omit<DamagedRecord, 'at'>,
  report: CheckReport,
): Promise<void> {
  const store = transaction.objectStore('damaged');
  const at = Date.now();
  // A record that a backup brought back may be damaged again; what was set aside before stays.
  const isTaken = (await store.getKey([record.store, record.id])) !== undefined;
  await store.put({ ...record, id: isTaken ? `${record.id} ${at}` : record.id, at });
  report.setAside.push({ title: record.title, why: record.why });
}

/** All records that were set aside, as JSON that a person can read. */
export async function exportDamaged(database: LibraryDatabase): Promise<Blob> {
  const records = await database.getAll('damaged');
  return new Blob([JSON.stringify(records, null, 2)], { type: 'application/json' });
}
