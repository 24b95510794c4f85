import { parseSavedMetadata } from '../model/parse-saved-metadata.ts';
import type { StoredMetadata } from './library-schema.ts';
import { metadataOfLink } from './stored-metadata.ts';

/**
 * Gives a record with every field in its place: those that are wrong or missing get what a new one has. Null when there
 * is no id or no address to hold on to.
 */
export function mendMetadata(value: unknown): StoredMetadata | null {
  if (typeof value !== 'object' || value === null) return null;
  const record = value as Record<string, unknown>;
  const { id, url, savedAt } = record;
  if (typeof id !== 'string' || typeof url !== 'string' || !/^(?:https?|file):/i.test(url)) return null;
  const fresh = { ...metadataOfLink({ url, title: '' }, isTime(savedAt) ? savedAt : 0), id };
  const mended: StoredMetadata = { ...fresh };
  for (const key of Object.keys(fresh) as (keyof StoredMetadata)[]) {
    if (!(key in record)) continue;
    const candidate = { ...mended, [key]: record[key] };
    if (isWhole(candidate, key)) Object.assign(mended, { [key]: record[key] });
  }
  const { fetched } = record;
  if (parseSavedMetadata({ ...mended, fetched }) !== null) Object.assign(mended, { fetched });
  return mended.title === '' ? { ...mended, title: url } : mended;
}

/** The fields that only storage knows; the others are judged by the schema of the list. */
const OWN: Partial<Record<keyof StoredMetadata, (value: unknown) => boolean>> = {
  aliases: (value) => Array.isArray(value) && value.every((alias) => typeof alias === 'string'),
  addresses: (value) => Array.isArray(value) && value.every((address) => typeof address === 'string'),
  sort: isTime,
  movedBefore: (value) => value === null || isTime(value),
  deletedDay: (value) => value === null || isTime(value),
  tagsAt: isTime,
  favouriteAt: isTime,
  searchStamp: (value) => value === null || isTime(value),
};

const isWhole = (candidate: StoredMetadata, key: keyof StoredMetadata): boolean =>
  (OWN[key]?.(candidate[key]) ?? true) && parseSavedMetadata(candidate) !== null;

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
