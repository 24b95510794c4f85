import { LATEST, parseTimes } from '../model/backup/backup-line.ts';
import { asRecord } from '../model/parsing/as-record.ts';
import { parseSavedMetadata, type SavedMetadata } from '../model/saved-article.ts';
import type { StoredMetadata } from './library-schema.ts';
import { metadataOfLink } from './stored-metadata.ts';

/**
 * Gives a record with every field valid. Wrong or missing fields, and times so late that nothing can be shown of them,
 * get the values of a new record. Null when id or address is missing.
 */
export function mendMetadata(value: unknown): StoredMetadata | null {
  if (typeof value !== 'object' || value === null) return null;
  const record = asRecord(value);
  const { id, url, savedAt } = record;
  if (typeof id !== 'string' || typeof url !== 'string' || !/^(?:https?|file):/i.test(url)) return null;
  const fresh = { ...metadataOfLink({ url, title: '' }, isTime(savedAt) ? savedAt : 0), id };
  const mended: StoredMetadata = { ...fresh };
  for (const key of Object.keys(fresh) as (keyof StoredMetadata)[]) {
    if (!(key in record)) continue;
    const candidate = { ...mended, [key]: record[key] };
    if (isWhole(candidate, key)) Object.assign(mended, { [key]: record[key] });
  }
  for (const key of OPTIONAL) {
    if (!(key in record)) continue;
    const found = { [key]: record[key] };
    const candidate = { ...mended, ...found };
    if (isWhole(candidate, key)) Object.assign(mended, found);
  }
  return mended.title === '' ? { ...mended, title: url } : mended;
}

type OptionalField = {
  [Key in keyof StoredMetadata]-?: Record<never, never> extends Pick<StoredMetadata, Key> ? Key : never;
}[keyof StoredMetadata];

/** Optional fields. A check would lose one that is not named here. `resume` follows from others. */
const OPTIONAL = (Object.keys as (fields: object) => (keyof StoredMetadata)[])({
  hidden: true,
  pictures: true,
  fetched: true,
  otherIds: true,
} satisfies Record<Exclude<OptionalField, 'resume'>, true>);

/** Validity of the fields for storage alone; the schema of the list judges the others. */
const OWN: Partial<Record<keyof StoredMetadata, (value: unknown) => boolean>> = {
  aliases: areTexts,
  addresses: areTexts,
  sort: isTime,
  movedBefore: (value) => value === null || isTime(value),
  deletedDay: (value) => value === null || isTime(value),
  tagsAt: isTime,
  favouriteAt: isTime,
  otherIds: areTexts,
  searchStamp: (value) => value === null || isTime(value),
};

const isWhole = (candidate: StoredMetadata, key: keyof StoredMetadata): boolean =>
  (OWN[key]?.(candidate[key]) ?? true) &&
  parseSavedMetadata(candidate) !== null &&
  parseTimes({ metadata: candidate }) !== null;

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LATEST;
}

/** Reads a stored record; of a damaged one gives at least the title, so that it can be named. */
export function parseOrName(value: unknown): { whole: SavedMetadata | null; title: string | null } {
  const whole = parseSavedMetadata(value);
  const { title } = asRecord(value);
  return { whole, title: typeof title === 'string' && title !== '' ? title : null };
}
