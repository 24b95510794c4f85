import { readImport } from '../../../src/importing/read-import.ts';
import type { ImportedItem, ImportLine } from '../../../src/model/imported-item.ts';

/** Reads a whole file, as the import does piece by piece. */
export async function readWhole(
  content: BlobPart,
): Promise<{ source: string; items: ImportedItem[]; refused: ImportLine[] }> {
  const found = await readImport(new Blob([content]));
  if (found.source === 'recto') return { source: 'recto', items: [], refused: [] };
  const lines = [...found.lines];
  const items = lines.flatMap((line) => (line.kind === 'item' ? [line.item] : []));
  return { source: found.source, items, refused: lines.filter(({ kind }) => kind === 'refused') };
}

/** What a test of a format looks at, in one line each. */
export const told = (items: ImportedItem[]) =>
  items.map(({ url, title, savedAt, place, favourite, tags }) => [
    ...[url, title, savedAt === null ? null : new Date(savedAt).toISOString(), place],
    ...[favourite ? 'favourite' : '', tags.join('+')],
  ]);
export const notes = (items: ImportedItem[]) =>
  items.flatMap((item) => item.notes.map(({ quote, note }) => [quote, note]));
