import { cleanTags } from '../../importing/import-row.ts';
import { readImport } from '../../importing/read-import.ts';
import { normaliseUrl } from '../../model/address/normalise-url.ts';
import type { ImportedItem, ImportedNote, ImportSource, RefusalReason } from '../../model/imported-item.ts';
import { slicer } from '../../model/slicer.ts';
import { findPresent } from '../../storage/importing/write-imported.ts';
import type { LibraryDatabase } from '../../storage/library-schema.ts';

interface Refusal {
  what: string;
  reason: RefusalReason;
}

/** What a file would bring, before anything is written. */
export interface ImportPlan {
  source: ImportSource;
  items: ImportedItem[];
  /** Of `items`, those that are not in the list and those that are. */
  fresh: number;
  present: number;
  /**
   * Rows of a page that came before and have no notes of their own. What they contain is joined to that page, so that
   * nothing is left out.
   */
  repeated: number;
  refused: Refusal[];
  /** Of `refused`, how many are not named one by one. */
  moreRefused: number;
}

/** More refusals mean that the file is broken; naming them all would help nobody. */
const MOST_NAMED = 1000;
const LOOKED_UP_AT_ONCE = 500;

/**
 * Reads a file without writing anything; `recto` means a backup. A page that comes twice is one, with the tags and notes
 * of both; pages without a time keep the order of the file, the first as the newest. Throws `import-unknown`,
 * `import-unreadable` and `file-blank` as `readImport` does.
 */
export async function planImport(database: LibraryDatabase, file: Blob): Promise<ImportPlan | 'recto'> {
  const read = await readImport(file);
  if (read.source === 'recto') return 'recto';
  const rows = new Map<string, ImportedItem[]>();
  const plan: ImportPlan = {
    ...{ source: read.source, items: [], fresh: 0, present: 0, repeated: 0 },
    ...{ refused: [], moreRefused: 0 },
  };
  const refuse = (refusal: Refusal): void => {
    if (plan.refused.length < MOST_NAMED) plan.refused.push(refusal);
    else plan.moreRefused += 1;
  };
  const slice = slicer();
  for (const line of read.lines) {
    if (slice.isOver()) await slice.pause();
    if (line.kind === 'refused') {
      refuse(line);
      continue;
    }
    const key = normaliseUrl(line.item.url);
    const before = rows.get(key);
    if (before) {
      // Rows that are notes repeat the address of their page each time. Only a row without a note is worth reporting as
      // a repetition.
      if (line.item.notes.length === 0) plan.repeated += 1;
      before.push(line.item);
    } else rows.set(key, [line.item]);
  }
  const keys = [...rows.keys()];
  for (let at = 0; at < keys.length; at += LOOKED_UP_AT_ONCE) {
    plan.present += (await findPresent(database, keys.slice(at, at + LOOKED_UP_AT_ONCE))).size;
  }
  const now = Date.now();
  for (const [row, same] of [...rows.values()].entries()) {
    if (slice.isOver()) await slice.pause();
    const item = joinItems(same);
    plan.items.push({ ...item, savedAt: item.savedAt ?? now - row });
  }
  plan.fresh = plan.items.length - plan.present;
  return plan;
}

/** One item of all rows of a page. Joined once: comparing each row's notes with all before takes the square of the time. */
function joinItems(rows: readonly ImportedItem[]): ImportedItem {
  const item = rows.reduce(joinFacts);
  if (rows.length === 1) return item;
  const notes = new Map<string, ImportedNote>();
  for (const note of rows.flatMap((row) => row.notes)) {
    const says = JSON.stringify([note.quote, note.note]);
    if (!notes.has(says)) notes.set(says, note);
  }
  return { ...item, tags: cleanTags(rows.flatMap(({ tags }) => tags)), notes: [...notes.values()] };
}

/** Of facts that a page has only once, such as its title, takes that of the first row that has it. */
const joinFacts = (first: ImportedItem, second: ImportedItem): ImportedItem => ({
  ...first,
  title: first.title === first.url ? second.title : first.title,
  byline: first.byline ?? second.byline,
  publishedTime: first.publishedTime ?? second.publishedTime,
  lang: first.lang ?? second.lang,
  excerpt: first.excerpt ?? second.excerpt,
  savedAt: first.savedAt ?? second.savedAt,
  progress: first.progress ?? second.progress,
  favourite: first.favourite || second.favourite,
  html: first.html ?? second.html,
});
