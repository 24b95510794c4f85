import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupItem,
  type BackupPicture,
  isRestorable,
  parseTimedHighlight,
  parseTimes,
} from '../../model/backup/backup-line.ts';
import type { Highlight } from '../../model/highlights/highlight.ts';
import { parseSavedMetadata } from '../../model/saved-article.ts';
import { mendHighlight } from '../highlights/read-highlights.ts';
import type { LibraryDatabase, LibrarySchema, StoredMetadata, StoreName } from '../library-schema.ts';
import { mendMetadata } from '../mend-metadata.ts';
import { articleOf } from '../stored-text.ts';
import { toBase64 } from './picture-bytes.ts';

/** Items read at once. Only these, and what gzip holds, are in memory. */
const AT_ONCE = 25;

/**
 * Writes the whole library to one file: JSON lines, gzip (docs/backup-format.md). `settings` are the caller's;
 * undefined when they could not be read. What cannot be read is left out. What is damaged is written as a check would
 * mend it, or as it is. `onUnreadable` hears of each, and of what a restore would refuse: a backup of the rest is better
 * than none.
 */
export async function makeBackup(
  database: LibraryDatabase,
  settings: unknown,
  onProgress: (done: number, total: number) => void = () => undefined,
  onUnreadable: () => void = () => undefined,
): Promise<Blob> {
  const lines = linesOf(recordsOf(database, onUnreadable), settings, onProgress);
  const text = new ReadableStream<string>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const bytes = text.pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream('gzip'));
  const blob = await new Response(bytes).blob();
  return new Blob([blob], { type: 'application/gzip' });
}

async function* linesOf(
  records: Records,
  settings: unknown,
  onProgress: (done: number, total: number) => void,
): AsyncGenerator<string> {
  let lines = 0;
  const line = (value: unknown): string => {
    lines += 1;
    return `${JSON.stringify(value)}\n`;
  };
  yield line({ format: BACKUP_FORMAT, version: BACKUP_VERSION, createdAt: Date.now() });
  if (settings !== undefined) yield line({ settings });
  const ids = await records.keys('metadata');
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    for (const item of await records.items(ids.slice(at, at + AT_ONCE))) yield line({ item });
    onProgress(Math.min(at + AT_ONCE, ids.length), ids.length);
  }
  for (const key of await records.keys('copies')) {
    const copy = await records.copy(key);
    if (copy) yield line({ copy });
  }
  for (const id of await records.highlights()) {
    const highlight = await records.highlight(id);
    if (highlight) yield line({ highlight });
  }
  for (const hash of await records.keys('pictures')) {
    const picture = await records.picture(hash);
    if (picture) yield line({ picture });
  }
  for (const key of await records.keys('pictureJobs')) {
    const pictureJob = await records.one('pictureJobs', key);
    if (pictureJob) yield line({ pictureJob });
  }
  yield line({ end: { lines } });
}

type Records = ReturnType<typeof recordsOf>;

/** Reads what goes into a backup, record by record; reports and leaves out what cannot be read. */
function recordsOf(database: LibraryDatabase, onUnreadable: () => void) {
  /** Undefined when the record is gone, or cannot be read. */
  const one = <Name extends StoreName>(store: Name, key: LibrarySchema[Name]['key']) =>
    database.get(store, key).catch(() => {
      onUnreadable();
      return undefined;
    });

  /** Whether the item that a record belongs to is there: without it, a restore refuses the record. */
  const isOfItem = async ({ articleId }: { articleId: string }): Promise<boolean> =>
    (await database.getKey('metadata', articleId).catch(() => undefined)) !== undefined;

  /** A damaged copy will be refused at restore, and is reported already; the file has what is left of its text. */
  async function copy(key: [string, number]) {
    const found = await one('copies', key);
    if (found && !(isRestorable({ copy: found }) && (await isOfItem(found)))) onUnreadable();
    return found;
  }

  /** The highlight as a check would mend it: a damaged one would be refused, and its note is worth keeping. */
  async function highlight(id: string): Promise<Highlight | null> {
    const found = await one('highlights', id);
    if (!found) return null;
    const mended = mendHighlight(found);
    if (!parseTimedHighlight(found) || !(mended && (await isOfItem(mended)))) onUnreadable();
    return mended;
  }

  /** The browser may have lost the bytes of a picture whose record is there. */
  async function picture(hash: string): Promise<BackupPicture | null> {
    const found = await one('pictures', hash);
    if (!found) return null;
    const base64 = await toBase64(found.bytes).catch(() => null);
    if (base64 === null) onUnreadable();
    return base64 === null ? null : { hash, type: found.type, base64 };
  }

  /** Reads items at once. A record that cannot be read ends the transaction; then they are read one by one. */
  async function items(ids: string[]): Promise<BackupItem[]> {
    try {
      const transaction = database.transaction(['metadata', 'bodies']);
      const read = ids.map(async (id) => {
        const stored = await transaction.objectStore('metadata').get(id);
        return [stored, await transaction.objectStore('bodies').get(id)] as const;
      });
      return (await Promise.all(read)).flatMap(([stored, body]) => itemOf(stored, body, onUnreadable));
    } catch {
      const found: BackupItem[] = [];
      for (const id of ids) {
        const body = await database.get('bodies', id).catch(() => undefined);
        found.push(...itemOf(await one('metadata', id), body, onUnreadable));
      }
      return found;
    }
  }

  /**
   * Those of one article follow each other, so that a restore can take them in together. Damaged ones belong to no
   * article.
   */
  async function highlights(): Promise<string[]> {
    const ofArticles = await database.getAllKeysFromIndex('highlights', 'articleId');
    return [...new Set([...ofArticles, ...(await database.getAllKeys('highlights'))])];
  }

  return {
    copy,
    highlights,
    highlight,
    keys: <Name extends StoreName>(store: Name) => database.getAllKeys(store),
    one,
    picture,
    items,
  };
}

/**
 * The item as a check would mend it, and as it is where a check would set it aside. Damage is still reported: an older
 * backup may have what is wrong.
 */
function itemOf(found: StoredMetadata | undefined, body: unknown, onUnreadable: () => void): BackupItem[] {
  if (!found) return [];
  const isWhole = parseSavedMetadata(found) !== null && parseTimes({ metadata: found }) !== null;
  const stored = (isWhole ? null : mendMetadata(found)) ?? found;
  const parsed = parseSavedMetadata(stored);
  if (!parsed) {
    onUnreadable();
    return [];
  }
  // On another device it may still be deleted, so an item that was restored counts as restored at the time of the
  // deletion. By the schema of the list `movedBefore` may be anything; a value that is no time would be refused.
  const before = Number.isFinite(stored.movedBefore) ? (stored.movedBefore ?? 0) : 0;
  const movedAt = parsed.place === 'deleted' ? parsed.movedAt : Math.max(parsed.movedAt, before);
  const metadata = { ...parsed, movedAt };
  const { aliases, tagsAt, favouriteAt, otherIds } = stored;
  const extras = { aliases, tagsAt, favouriteAt, ...(otherIds && { otherIds }) };
  const article = articleOf(metadata, body);
  // An article without text would be refused; its address, tags and notes are worth keeping.
  const link = { kind: 'link', wordCount: 0, readingMinutes: 0, contentHash: '' } as const;
  const item = article
    ? { metadata, article, ...extras }
    : { metadata: { ...metadata, ...link }, article: null, ...extras };
  const isTextLost = parsed.kind === 'article' && !article;
  if (!isWhole || isTextLost || !isRestorable({ item })) onUnreadable();
  return [item];
}
