import type { BackupItem, RefusedLine } from '../../model/backup/backup-line.ts';
import { normaliseUrl } from '../../model/normalise-url.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { findCounterpart } from './find-counterpart.ts';
import { readBackup } from './read-backup.ts';
import { ownerOf, strayRefusals } from './stray-refusals.ts';

/** What a backup would bring. */
export interface RestorePreview {
  fresh: number;
  present: number;
  refused: RefusedLine[];
  /** How many more refusals there are than are named. */
  moreRefused: number;
}

const LOOKED_UP_AT_ONCE = 200;

const MOST_NAMED = 1000;

/**
 * Reads a whole backup without writing anything, and counts its items as a restore would: an item that comes twice in
 * the file counts as present the second time. What belongs to no item of the file or of the library is refused. Throws
 * as `readBackup` does. Progress counts items; the total is unknown (0).
 */
export async function previewBackup(
  database: LibraryDatabase,
  file: Blob,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<RestorePreview> {
  const preview: RestorePreview = { fresh: 0, present: 0, refused: [], moreRefused: 0 };
  let items: Parameters<typeof findCounterpart>[1][] = [];
  const comesAgain = repeatedItems();
  const ids = new Set<string>();
  const refuse = (line: RefusedLine): void => {
    if (preview.refused.length < MOST_NAMED) preview.refused.push(line);
    else preview.moreRefused += 1;
  };
  const lookUp = async (): Promise<void> => {
    const transaction = database.transaction('metadata');
    const found = await Promise.all(items.map((item) => findCounterpart(transaction, item)));
    const present = found.filter((item) => item !== null).length;
    preview.present += present;
    preview.fresh += found.length - present;
    items = [];
    onProgress(preview.present + preview.fresh, 0);
  };
  const isHere = async (id: string): Promise<boolean> => (await database.getKey('metadata', id)) !== undefined;
  for await (const line of readBackup(file)) {
    if (line.kind === 'item') {
      const { metadata, aliases } = line.item;
      const { id, kind, url } = metadata;
      ids.add(id);
      if (comesAgain(line.item)) preview.present += 1;
      else items.push({ id, kind, urlKey: normaliseUrl(url), aliases });
    }
    const owner = ownerOf(line);
    if (owner !== null && !ids.has(owner) && !(await isHere(owner)))
      for (const stray of strayRefusals(line)) refuse(stray);
    if (line.kind === 'refused') refuse(line);
    if (items.length >= LOOKED_UP_AT_ONCE) await lookUp();
  }
  if (items.length > 0) await lookUp();
  return preview;
}

/**
 * Gives a function that tells whether an item of the file is one that came before (`mergeItem`): of the same address, or a
 * link whose address has led to that item.
 */
function repeatedItems(): (item: BackupItem) => boolean {
  const [own, led] = [new Set<string>(), new Set<string>()];
  return ({ metadata: { url, kind }, aliases }) => {
    const key = normaliseUrl(url);
    const isRepeated = own.has(key) || (kind === 'link' && led.has(key));
    own.add(key);
    for (const alias of aliases) led.add(alias);
    return isRepeated;
  };
}
