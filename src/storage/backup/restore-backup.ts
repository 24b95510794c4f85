import type { BackupLine, BackupPicture, BackupPictureJob, RefusedLine } from '../../model/backup/backup-line.ts';
import type { RestoreReport } from '../../model/library.ts';
import { copyKeeper, type KeepCopy } from '../copies/stored-copies.ts';
import { countDays } from '../day-count.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { isShown, NOT_ASKED, recountPictures } from '../pictures/picture-jobs.ts';
import { REINDEX_STORES, reindexItem } from '../search/write-index-entry.ts';
import { type WriteTransaction, writeStrictly } from '../write-strictly.ts';
import { mergeHighlight } from './merge-highlight.ts';
import { type MergeTimes, mergeItem } from './merge-item.ts';
import { fromBase64 } from './picture-bytes.ts';
import { readBackup } from './read-backup.ts';
import { ownerOf, strayRefusals } from './stray-refusals.ts';
import { endRestored, noteRestored, whileRestoring } from './unclaimed-pictures.ts';

/**
 * Limits of what is merged in one transaction, and so in memory: articles, lines, and characters of these in the file.
 * An article whose notes change gets a new index entry in each transaction, so the lines of one with thousands must not
 * be split into hundreds of transactions.
 */
const ARTICLES_AT_ONCE = 20;
const LINES_AT_ONCE = 1000;
const CHARACTERS_AT_ONCE = 4 * 1024 * 1024;

/** Refusals named one by one. More mean a broken file, and naming them all would not fit in memory. */
const MOST_REFUSALS = 1000;

/**
 * Merges a backup into the library (rules: `mergeItem`, `mergeHighlight`).
 *
 * - No item here and no text of it is lost. A text that is replaced goes among the copies; an item that was deleted later
 *   in the file goes to Recently deleted.
 * - Of the items of the file those that are not here and were deleted long before do not come, nor what belongs to them.
 * - Whatever else was changed later in the file replaces what was here: place, tags, favourite, position, hidden
 *   blocks, the colour of a highlight, a note that was emptied.
 * - Of pictures only the bytes stay that an article here shows.
 * - A file that was cut short gives what it has. Throws as `readBackup` does; of these errors only a zip bomb may be
 *   found after something was written.
 *
 * Progress counts lines; the total is unknown (0). `onSettings` gets the settings in the file, unparsed, before the
 * items are written. Waits for the end of a restore in another window.
 */
export function restoreBackup(
  database: LibraryDatabase,
  file: Blob,
  onProgress: (done: number, total: number) => void = () => undefined,
  onSettings: (settings: unknown) => Promise<void> = async () => undefined,
): Promise<RestoreReport> {
  return whileRestoring(() => mergeBackup(database, file, onProgress, onSettings));
}

type Refusal = Omit<RefusedLine, 'kind'>;

/** The ids here of the items of the file, by their ids in it; null for one that does not come. */
type IdsHere = Map<string, string | null>;

async function mergeBackup(
  database: LibraryDatabase,
  file: Blob,
  onProgress: (done: number, total: number) => void,
  onSettings: (settings: unknown) => Promise<void>,
): Promise<RestoreReport> {
  const result: RestoreReport = { imported: 0, present: 0, refused: [], moreRefused: 0 };
  const ids: IdsHere = new Map();
  const times: MergeTimes = { day: await countDays(database), madeAt: 0 };
  let batch: BackupLine[] = [];
  let articles = new Set<string>();
  let characters = 0;
  let done = 0;
  const refuse = ({ title, code, detail }: Refusal): void => {
    if (result.refused.length < MOST_REFUSALS) result.refused.push({ title, code, detail });
    else result.moreRefused += 1;
  };
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const lines = batch;
    batch = [];
    articles = new Set();
    characters = 0;
    const stores = ['copies', 'pictures', 'pictureJobs', ...REINDEX_STORES] as const;
    const merged = await writeStrictly(database, stores, (transaction) => mergeLines(transaction, lines, ids, times));
    result.imported += merged.imported;
    result.present += merged.present;
    if (merged.deleted > 0) result.deleted = (result.deleted ?? 0) + merged.deleted;
    for (const stray of merged.strays) refuse(stray);
    done += lines.length;
    onProgress(done, 0);
  };
  try {
    for await (const line of readBackup(file)) {
      if (line.kind === 'header') times.madeAt = line.createdAt;
      else if (line.kind === 'settings') await onSettings(line.settings);
      else if (line.kind === 'picture') {
        // What was read so far is kept first: thousands of pictures may follow, for which there may be no room or
        // time.
        await flush();
        await restorePicture(database, line.picture, refuse);
      } else if (line.kind === 'refused') {
        refuse(line);
      } else {
        const article = articleIdOf(line);
        const isMore = articles.size >= ARTICLES_AT_ONCE && !articles.has(article);
        if (isMore || batch.length >= LINES_AT_ONCE || characters + line.length > CHARACTERS_AT_ONCE) await flush();
        batch.push(line);
        articles.add(article);
        characters += line.length;
      }
    }
    await flush();
  } finally {
    // If that fails, they take room until the next start. What was restored stays.
    await endRestored(database).catch(() => undefined);
  }
  return result;
}

/** Checks the hash before the transaction, which cannot wait for that. */
async function restorePicture(
  database: LibraryDatabase,
  { hash, type, base64 }: BackupPicture,
  refuse: (refusal: Refusal) => void,
): Promise<void> {
  if ((await database.getKey('pictures', hash)) !== undefined) return;
  const bytes = await fromBase64(base64, hash);
  if (!bytes) return refuse({ title: '', code: 'record-damaged', detail: 'damaged picture' });
  await writeStrictly(database, ['pictures', 'tallies'], async (transaction) => {
    await noteRestored(transaction);
    await transaction.objectStore('pictures').put({ hash, type, bytes: new Blob([bytes], { type }) });
  });
}

/**
 * Merges one picture of an article, and gives whether its pictures must be counted anew. A kept picture stays, and a
 * waiting one waits on, unless its bytes came with the file. Others get the file's state but do not wait: a restore
 * asks no server. Without its bytes none counts as kept, whatever the file says.
 */
async function mergeJob(transaction: WriteTransaction, job: BackupPictureJob, articleId: string): Promise<boolean> {
  const jobs = transaction.objectStore('pictureJobs');
  const here = await jobs.get([articleId, job.url]);
  const isKept = job.state === 'kept' && job.hash !== null && (await hasBytes(transaction, job.hash));
  // The browser may have lost the bytes of a picture that is kept here.
  if (here?.state === 'kept' && (!isKept || (await hasBytes(transaction, here.hash ?? '')))) return false;
  if (here?.state === 'pending' && !isKept) return false;
  const { bytes: _size, ...unkept } = { ...job, state: 'refused' as const, hash: null };
  const reasons = { kept: 'missing', pending: NOT_ASKED.reason, refused: job.reason } as const;
  const told = isKept ? job : { ...unkept, reason: reasons[job.state] };
  const size = job.size ?? here?.size;
  await jobs.put({ ...told, articleId, shown: here !== undefined && isShown(here), ...(size ? { size } : {}) });
  return true;
}

const hasBytes = async (transaction: WriteTransaction, hash: string): Promise<boolean> =>
  (await transaction.objectStore('pictures').getKey(hash)) !== undefined;

async function mergeLines(
  transaction: WriteTransaction,
  lines: BackupLine[],
  ids: IdsHere,
  times: MergeTimes,
): Promise<{ imported: number; present: number; deleted: number; strays: Refusal[] }> {
  const counts = { imported: 0, present: 0, gone: 0, deleted: 0 };
  const [noted, pictured] = [new Set<string>(), new Set<string>()];
  const strays: Refusal[] = [];
  const keep = copyKeeper(transaction);
  for (const line of lines) {
    if (line.kind === 'item') {
      const { id, outcome, isDeleted } = await mergeItem(transaction, line.item, times, keep);
      ids.set(line.item.metadata.id, id);
      counts[outcome] += 1;
      if (isDeleted) counts.deleted += 1;
      continue;
    }
    const [merge, of] = [partOf(line), articleIdOf(line)];
    if (!merge) continue;
    const owner = await ownerHere(transaction, of, ids);
    if (owner === undefined) strays.push(...strayRefusals(line));
    else if (owner !== null && (await merge(transaction, owner, keep)))
      (line.kind === 'pictureJob' ? pictured : noted).add(owner);
  }
  for (const id of pictured) await recountPictures(transaction, id);
  for (const id of noted) await reindexItem(transaction, id);
  return { ...counts, strays };
}

/**
 * The item here that gets what belongs to an item of the file; null where that does not come, though another item here may
 * have its id, and undefined where there is none.
 */
async function ownerHere(transaction: WriteTransaction, id: string, ids: IdsHere): Promise<string | null | undefined> {
  const known = ids.get(id);
  // The line of its item may be damaged while the item is here all the same.
  return known === undefined ? transaction.objectStore('metadata').getKey(id) : known;
}

/** Adds a line that belongs to an item to an item here; gives whether that item's notes or pictures have changed. */
type MergePart = (transaction: WriteTransaction, articleId: string, keep: KeepCopy) => Promise<unknown>;

/** Id in the file of the article that a line is, or belongs to. */
const articleIdOf = (line: BackupLine): string =>
  line.kind === 'item' ? line.item.metadata.id : (ownerOf(line) ?? '');

function partOf(line: BackupLine): MergePart | null {
  if (line.kind === 'highlight') return (transaction, id) => mergeHighlight(transaction, line.highlight, id);
  if (line.kind === 'copy') return (_transaction, articleId, keep) => keep({ ...line.copy, articleId });
  return line.kind === 'pictureJob' ? (transaction, id) => mergeJob(transaction, line.job, id) : null;
}
