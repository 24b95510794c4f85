import { BACKUP_FORMAT, BACKUP_VERSION, type BackupItem, type BackupPicture } from '../../model/backup/backup-line.ts';
import { parseSavedMetadata } from '../../model/parse-saved-metadata.ts';
import type { LibraryDatabase, LibrarySchema, StoredMetadata, StoreName } from '../library-schema.ts';
import { articleOf } from '../stored-text.ts';
import { toBase64 } from './picture-bytes.ts';

/** Items read at once; what is in memory at any time is these and what gzip holds. */
const AT_ONCE = 25;

/**
 * Writes the whole library to one file: JSON lines, gzip (docs/backup-format.md). `settings` are the caller's. What
 * cannot be read is left out: a backup of the rest is better than none.
 */
export async function makeBackup(
  database: LibraryDatabase,
  settings: unknown,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Blob> {
  const lines = linesOf(database, settings, onProgress);
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
  database: LibraryDatabase,
  settings: unknown,
  onProgress: (done: number, total: number) => void,
): AsyncGenerator<string> {
  let lines = 0;
  const line = (value: unknown): string => {
    lines += 1;
    return `${JSON.stringify(value)}\n`;
  };
  yield line({ format: BACKUP_FORMAT, version: BACKUP_VERSION, createdAt: Date.now() });
  yield line({ settings });
  const ids = await database.getAllKeys('metadata');
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    for (const item of await readItems(database, ids.slice(at, at + AT_ONCE))) yield line({ item });
    onProgress(Math.min(at + AT_ONCE, ids.length), ids.length);
  }
  for (const key of await database.getAllKeys('copies')) {
    const copy = await readOne(database, 'copies', key);
    if (copy) yield line({ copy });
  }
  for (const id of await database.getAllKeys('highlights')) {
    const highlight = await readOne(database, 'highlights', id);
    if (highlight) yield line({ highlight });
  }
  for (const hash of await database.getAllKeys('pictures')) {
    const picture = await readPicture(database, hash);
    if (picture) yield line({ picture });
  }
  for (const key of await database.getAllKeys('pictureJobs')) {
    const pictureJob = await readOne(database, 'pictureJobs', key);
    if (pictureJob) yield line({ pictureJob });
  }
  yield line({ end: { lines } });
}

/** Undefined when it is gone by now, or cannot be read. */
const readOne = <Name extends StoreName>(database: LibraryDatabase, store: Name, key: LibrarySchema[Name]['key']) =>
  database.get(store, key).catch(() => undefined);

/** The browser may have lost the bytes of a picture whose record is there. */
async function readPicture(database: LibraryDatabase, hash: string): Promise<BackupPicture | null> {
  const picture = await readOne(database, 'pictures', hash);
  const base64 = picture && (await toBase64(picture.bytes).catch(() => null));
  return picture && base64 ? { hash, type: picture.type, base64 } : null;
}

/** Reads items at once; when one record of them cannot be read, which ends the transaction, one by one. */
async function readItems(database: LibraryDatabase, ids: string[]): Promise<BackupItem[]> {
  try {
    const transaction = database.transaction(['metadata', 'bodies']);
    const read = ids.map(async (id) => {
      const stored = await transaction.objectStore('metadata').get(id);
      return itemOf(stored, await transaction.objectStore('bodies').get(id));
    });
    return (await Promise.all(read)).flat();
  } catch {
    const items: BackupItem[] = [];
    for (const id of ids) {
      items.push(...itemOf(await readOne(database, 'metadata', id), await readOne(database, 'bodies', id)));
    }
    return items;
  }
}

function itemOf(stored: StoredMetadata | undefined, body: unknown): BackupItem[] {
  const parsed = parseSavedMetadata(stored);
  if (!stored || !parsed) return [];
  // Elsewhere it may be deleted still: what was taken out of there is told to be so as late as the deletion.
  const movedAt = parsed.place === 'deleted' ? parsed.movedAt : Math.max(parsed.movedAt, stored.movedBefore ?? 0);
  const metadata = { ...parsed, movedAt };
  const { aliases, tagsAt, favouriteAt } = stored;
  const extras = { aliases, tagsAt, favouriteAt };
  const article = articleOf(metadata, body);
  if (article) return [{ metadata, article, ...extras }];
  // An article without its text would be refused; its address, tags and notes are worth keeping.
  const link = { kind: 'link', wordCount: 0, readingMinutes: 0, contentHash: '' } as const;
  return [{ metadata: { ...metadata, ...link }, article: null, ...extras }];
}
