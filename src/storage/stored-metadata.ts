import { normaliseUrl } from '../model/address/normalise-url.ts';
import type { Article } from '../model/article.ts';
import { FINISHED, parseReadingPosition, type ReadingPosition } from '../model/reading-position.ts';
import type { Place } from '../model/saved-article.ts';
import { facetsOf } from '../model/search/facets.ts';
import type { StoredMetadata } from './library-schema.ts';

/** Fills in the fields that indexes sort by. Every write of metadata goes through it. */
export function withSortFields(metadata: StoredMetadata): StoredMetadata {
  const { resume: _old, ...rest } = metadata;
  const time = metadata.place === 'list' ? metadata.savedAt : metadata.movedAt;
  const progress = metadata.position?.progress ?? 0;
  const ledTo = metadata.fetched?.ledTo === undefined ? [] : [addressLedTo(metadata.fetched.ledTo)];
  const reading = metadata.kind === 'article' && metadata.place === 'list' && progress < FINISHED;
  // In full view over its page nothing is opened: there the text was begun once it was scrolled.
  const begunAt = Math.max(metadata.openedAt ?? 0, progress > 0 ? (metadata.position?.at ?? 0) : 0);
  return {
    ...rest,
    addresses: [...new Set([metadata.urlKey, ...metadata.aliases, ...ledTo])],
    facets: facetsOf(metadata),
    sort: -time,
    ...(begunAt > 0 && reading ? { resume: -begunAt } : {}),
  };
}

/** How the index of addresses names a page to which several links lead, and which is none of them. */
export const addressLedTo = (urlKey: string): string => `led to ${urlKey}`;

/** Metadata of a text that was just read, over what was kept for its address before. */
export function metadataOfArticle(
  article: Article,
  now: number,
  before: StoredMetadata | null,
  aliases: string[],
): StoredMetadata {
  // A text that a person saves or imports is not a fetched one.
  const { fetched: _over, ...kept } = before ?? newItem(now);
  return withSortFields({
    ...kept,
    kind: 'article',
    url: article.url,
    urlKey: normaliseUrl(article.url),
    canonicalUrl: article.canonicalUrl,
    title: article.title,
    byline: article.byline,
    siteName: article.siteName,
    publishedTime: article.publishedTime,
    lang: article.lang,
    dir: article.dir,
    excerpt: article.excerpt,
    wordCount: article.wordCount,
    readingMinutes: article.readingMinutes,
    contentHash: article.contentHash,
    updatedAt: before ? laterThan(before.updatedAt, now) : now,
    aliases: [...new Set([...kept.aliases, ...aliases.map(normaliseUrl)])],
  });
}

/**
 * The item with a new place in its text. Messages may overtake each other, so an older position is dropped. A kept
 * position from a clock that was ahead gives way, and the new one gets the later time.
 */
export function atPosition(item: StoredMetadata, position: ReadingPosition | undefined, now: number): StoredMetadata {
  const parsed = parseReadingPosition(position);
  const keptAt = item.position?.at ?? 0;
  if (!parsed || (parsed.at < keptAt && keptAt <= now)) return item;
  return { ...item, position: { ...parsed, at: parsed.at < keptAt ? keptAt + 1 : parsed.at } };
}

/** Longest title of a link, in characters. Its page may have one of megabytes, with which each look at the list would take long. */
const LONGEST_TITLE = 10_000;

/** Metadata of an address whose page has not been read. */
export function metadataOfLink(link: { url: string; title: string }, now: number): StoredMetadata {
  return withSortFields({
    ...newItem(now),
    kind: 'link',
    url: link.url,
    urlKey: normaliseUrl(link.url),
    title:
      link.title
        .trim()
        .slice(0, LONGEST_TITLE)
        .replace(/[\ud800-\udbff]$/, '') || link.url,
  });
}

/** The item in another place. Days since its deletion are days that the library has seen, see `purge-deleted.ts`. */
export function inPlace(metadata: StoredMetadata, place: Place, now: number, today: number): StoredMetadata {
  if (metadata.place === place) return metadata;
  const deleting = place === 'deleted';
  return withSortFields({
    ...metadata,
    place,
    placeBefore: deleting ? metadata.place : null,
    movedBefore: place === 'archive' ? null : metadata.movedAt,
    deletedDay: deleting ? today : null,
    movedAt: movedAfter(metadata, now),
  });
}

/**
 * An item back in the archive, at the row from which it was moved to the list. A backup made in between does not move it
 * to the list again.
 */
export function backInArchive(item: StoredMetadata, now: number): StoredMetadata {
  const archived = inPlace(item, 'archive', now, 0);
  if (item.place !== 'list' || typeof item.movedBefore !== 'number') return archived;
  return withSortFields({ ...archived, movedAt: item.movedBefore, movedBefore: archived.movedAt });
}

/** The time of a move of an item: later than whatever moved it before. */
export const movedAfter = ({ movedAt, movedBefore }: StoredMetadata, now: number): number =>
  laterThan(Math.max(movedAt, movedBefore ?? 0), now);

/**
 * An item taken out of Recently deleted to another place, at its old row: `savedAt` in the list, `row` in the archive.
 * A backup made while it was deleted will not delete it again.
 */
export function takenOut(item: StoredMetadata, place: Place, row: number, now: number): StoredMetadata {
  // The archive is sorted by the time of the move, so the time of the deletion is kept beside it.
  const times =
    place === 'list'
      ? { movedAt: laterThan(item.movedAt, now), movedBefore: null }
      : { movedAt: row, movedBefore: item.movedAt };
  return withSortFields({ ...item, ...times, place, placeBefore: null, deletedDay: null });
}

/** The article that a link has become, in the link's place; one in Recently deleted is taken out for it. */
export function inPlaceOf(link: StoredMetadata, article: StoredMetadata, now: number): StoredMetadata {
  const dated = { ...article, savedAt: link.savedAt };
  return article.place === 'deleted' ? takenOut(dated, link.place, link.movedAt, now) : withSortFields(dated);
}

function newItem(now: number): StoredMetadata {
  return {
    id: crypto.randomUUID(),
    kind: 'link',
    url: '',
    urlKey: '',
    canonicalUrl: null,
    title: '',
    byline: null,
    siteName: null,
    publishedTime: null,
    lang: null,
    dir: 'ltr',
    excerpt: null,
    wordCount: 0,
    readingMinutes: 0,
    contentHash: '',
    savedAt: now,
    updatedAt: now,
    place: 'list',
    placeBefore: null,
    movedAt: now,
    favourite: false,
    tags: [],
    position: null,
    openedAt: null,
    aliases: [],
    addresses: [],
    facets: [],
    sort: -now,
    movedBefore: null,
    deletedDay: null,
    tagsAt: 0,
    favouriteAt: 0,
    searchStamp: null,
  };
}

/** The fields that belong to the text, not to what the person did with it. */
export function textFields(metadata: StoredMetadata): Partial<StoredMetadata> {
  const { kind, canonicalUrl, title, byline, siteName, publishedTime, lang, dir, excerpt } = metadata;
  const { wordCount, readingMinutes, contentHash, updatedAt } = metadata;
  const head = { kind, canonicalUrl, title, byline, siteName, publishedTime, lang, dir, excerpt };
  return { ...head, wordCount, readingMinutes, contentHash, updatedAt };
}

/** The time of a change: now, but later than the change before it, which may be from a clock that was ahead. */
export const laterThan = (before: number, now: number): number => Math.max(now, before + 1);
