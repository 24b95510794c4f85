import { normaliseUrl } from '../../model/address/normalise-url.ts';
import type { BackupItem, RefusedLine } from '../../model/backup/backup-line.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { standsFor } from '../stands-for.ts';
import { findCounterpart } from './find-counterpart.ts';
import { readBackup } from './read-backup.ts';
import { ownerOf, strayRefusals } from './stray-refusals.ts';
import { wasDeletedLongBefore } from './was-deleted-long-before.ts';

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
 * the file counts as present the second time, and one that does not come is not counted. What belongs to no item of the
 * file or of the library is refused. Throws as `readBackup` does. Progress counts items; the total is unknown (0).
 */
export async function previewBackup(
  database: LibraryDatabase,
  file: Blob,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<RestorePreview> {
  const preview: RestorePreview = { fresh: 0, present: 0, refused: [], moreRefused: 0 };
  let items: Parameters<typeof findCounterpart>[1][] = [];
  const before = itemsBefore();
  let madeAt = 0;
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
  const count = async (item: BackupItem): Promise<void> => {
    const { id, kind, url } = item.metadata;
    const sought = { id, kind, urlKey: normaliseUrl(url), aliases: item.aliases };
    const isRepeated = before.include(item);
    if (!isRepeated && wasDeletedLongBefore(madeAt, item.metadata)) {
      if (!(await findCounterpart(database.transaction('metadata'), sought))) return;
    }
    before.add(item);
    if (isRepeated) preview.present += 1;
    else items.push(sought);
  };
  const isHere = async (id: string): Promise<boolean> => (await database.getKey('metadata', id)) !== undefined;
  for await (const line of readBackup(file)) {
    if (line.kind === 'item') {
      ids.add(line.item.metadata.id);
      await count(line.item);
    }
    const owner = ownerOf(line);
    if (owner !== null && !ids.has(owner) && !(await isHere(owner)))
      for (const stray of strayRefusals(line)) refuse(stray);
    if (line.kind === 'header') madeAt = line.createdAt;
    if (line.kind === 'refused') refuse(line);
    if (items.length >= LOOKED_UP_AT_ONCE) await lookUp();
  }
  if (items.length > 0) await lookUp();
  return preview;
}

/**
 * The items of the file so far that come, and whether they include a further one (`mergeItem`): they do if one has its
 * address, or if it is a link whose address has led to one (`standsFor`).
 */
function itemsBefore() {
  const [own, led] = [new Set<string>(), new Set<string>()];
  return {
    include: ({ metadata: { url, kind } }: BackupItem): boolean =>
      own.has(normaliseUrl(url)) || (kind === 'link' && led.has(normaliseUrl(url))),
    add: ({ metadata, aliases }: BackupItem): void => {
      own.add(normaliseUrl(metadata.url));
      for (const alias of aliases) if (standsFor(metadata, alias)) led.add(alias);
    },
  };
}
