import { DAY_MS } from '../../../model/day-ms.ts';
import { BEGUN, FINISHED } from '../../../model/reading-position.ts';
import { DAYS_IN_DELETED, type SavedMetadata } from '../../../model/saved-article.ts';
import type { Words } from '../../../model/words.ts';

/** Name of the site for a row: what the page calls itself, else its host. */
export function siteNameOf(item: Pick<SavedMetadata, 'siteName' | 'url'>): string {
  if (item.siteName) return item.siteName;
  return hostOf(item.url);
}

/** `news.example.org` of an address, without `www.`; the address itself when it has no host. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') || url : url;
}

/** Share read, 0 to 1. */
export const progressOf = (item: SavedMetadata): number => item.position?.progress ?? 0;

/** "12 min", "5 min left" or "Read"; nothing for a link, whose length is not known. */
export function tellLength(item: SavedMetadata, words: Words): string | null {
  if (item.kind === 'link') return null;
  const progress = progressOf(item);
  if (progress >= FINISHED) return words.t('listRead');
  const left = Math.max(1, Math.ceil(item.readingMinutes * (1 - progress)));
  return progress > BEGUN
    ? words.t('listMinutesLeft', words.number(left))
    : words.t('listMinutes', words.number(item.readingMinutes));
}

/** "fetched 3 May", for a text that Recto itself fetched. */
function tellFetched({ fetched }: SavedMetadata, words: Words, now: number): string | null {
  return fetched?.outcome === 'kept' ? words.t('listFetchedOn', words.day(fetched.at, now)) : null;
}

/** "5 of 8 pictures", or "without its picture", only when some are not kept and none is on its way. */
function tellPictures({ pictures }: SavedMetadata, words: Words): string | null {
  if (!pictures || pictures.pending > 0 || pictures.kept === pictures.total) return null;
  return words.count('listPictures', pictures.total, words.number(pictures.kept));
}

/** The days left, as the library counts them, or by the clock if it has no count. */
function daysLeft({ daysLeft: counted, movedAt }: SavedMetadata, now: number): number {
  return counted ?? Math.max(0, Math.ceil((movedAt + DAYS_IN_DELETED * DAY_MS - now) / DAY_MS));
}

/** The quiet line of a row: site, length, when; for deleted articles how long they stay. */
export function tellFacts(item: SavedMetadata, words: Words, now: number = Date.now()): string[] {
  const when =
    item.place === 'deleted' ? words.count('listDaysLeft', daysLeft(item, now)) : words.when(item.savedAt, now);
  const facts = [
    siteNameOf(item),
    tellLength(item, words),
    when,
    tellFetched(item, words, now),
    tellPictures(item, words),
  ];
  return facts.filter((fact) => fact !== null);
}
