import { BACKUP_FORMAT, BACKUP_VERSION, type BackupItem } from '../../model/backup/backup-line.ts';
import { SAVED_METADATA_SCHEMA } from '../../model/parse-saved-metadata.ts';
import { parseWith } from '../../model/parse-with.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { articleOf } from '../stored-text.ts';
import { toBase64 } from './picture-bytes.ts';

/** Items read at once; what is in memory at any time is these and what gzip holds. */
const AT_ONCE = 25;

const toSavedMetadata = parseWith(SAVED_METADATA_SCHEMA);

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
    const copy = await database.get('copies', key);
    if (copy) yield line({ copy });
  }
  for (const highlight of await database.getAll('highlights')) yield line({ highlight });
  for (const hash of await database.getAllKeys('pictures')) {
    const picture = await database.get('pictures', hash);
    if (picture) yield line({ picture: { hash, type: picture.type, base64: await toBase64(picture.bytes) } });
  }
  for (const key of await database.getAllKeys('pictureJobs')) {
    const pictureJob = await database.get('pictureJobs', key);
    if (pictureJob) yield line({ pictureJob });
  }
  yield line({ end: { lines } });
}

async function readItems(database: LibraryDatabase, ids: string[]): Promise<BackupItem[]> {
  const transaction = database.transaction(['metadata', 'bodies']);
  return (
    await Promise.all(
      ids.map(async (id) => {
        const stored = await transaction.objectStore('metadata').get(id);
        const body = await transaction.objectStore('bodies').get(id);
        const metadata = toSavedMetadata(stored);
        if (!stored || !metadata) return [];
        const { aliases, tagsAt, favouriteAt } = stored;
        return [{ metadata, article: body ? articleOf(stored, body) : null, aliases, tagsAt, favouriteAt }];
      }),
    )
  ).flat();
}
