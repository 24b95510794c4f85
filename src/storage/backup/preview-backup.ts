import type { RefusedLine } from '../../model/backup/backup-line.ts';
import { normaliseUrl } from '../../model/normalise-url.ts';
import { findPresent } from '../importing/write-imported.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { readBackup } from './read-backup.ts';

/** What a backup would bring. */
export interface RestorePreview {
  fresh: number;
  present: number;
  refused: RefusedLine[];
  /** How many more are refused that are not named one by one. */
  moreRefused: number;
}

const LOOKED_UP_AT_ONCE = 200;
const MOST_NAMED = 1000;

/** Reads a whole backup without writing anything. Throws as `readBackup` does. Progress counts items, the total being unknown (0). */
export async function previewBackup(
  database: LibraryDatabase,
  file: Blob,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<RestorePreview> {
  const preview: RestorePreview = { fresh: 0, present: 0, refused: [], moreRefused: 0 };
  let keys: string[] = [];
  const lookUp = async (): Promise<void> => {
    const here = await findPresent(database, keys);
    preview.present += keys.filter((key) => here.has(key)).length;
    preview.fresh += keys.filter((key) => !here.has(key)).length;
    keys = [];
    onProgress(preview.present + preview.fresh, 0);
  };
  for await (const line of readBackup(file)) {
    if (line.kind === 'item') keys.push(normaliseUrl(line.item.metadata.url));
    if (line.kind === 'refused') {
      if (preview.refused.length < MOST_NAMED) preview.refused.push(line);
      else preview.moreRefused += 1;
    }
    if (keys.length >= LOOKED_UP_AT_ONCE) await lookUp();
  }
  if (keys.length > 0) await lookUp();
  return preview;
}
