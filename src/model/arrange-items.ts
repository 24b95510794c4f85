import { DAY_MS } from './day-ms.ts';
import { FETCH_OUTCOMES } from './fetching.ts';
import type { SavedMetadata } from './saved-article.ts';
import { primaryLanguage } from './search/facets.ts';
import { tagKey } from './search/tag-key.ts';
import { sortByName } from './text/sort-by-name.ts';

/** Orders of a list; `newest` is that of storage. */
export const SORTS = ['newest', 'oldest', 'title', 'shortest', 'longest'] as const;
/** Reading times, up to `SHORT_MINUTES`, up to `MEDIUM_MINUTES`, and more. */
export const LENGTHS = ['short', 'medium', 'long'] as const;
/** Where the text comes from, or why there is none. `link` has not been fetched yet; `kept` was fetched by Recto. */
export const TEXTS = ['link', ...FETCH_OUTCOMES] as const;
/** Saved within the last days of `AGE_DAYS`, or before all of them. */
export const AGES = ['week', 'month', 'year', 'older'] as const;

/** How a list is sorted and which of its items are shown; null lets everything through. */
export interface Arrangement {
  sort: (typeof SORTS)[number];
  site: string | null;
  tag: string | null;
  length: (typeof LENGTHS)[number] | null;
  age: (typeof AGES)[number] | null;
  language: string | null;
  text: (typeof TEXTS)[number] | null;
}

/** Everything, as storage gives it: newest first. */
export const AS_KEPT: Arrangement = {
  sort: 'newest',
  site: null,
  tag: null,
  length: null,
  age: null,
  language: null,
  text: null,
};

/** The reading times, in minutes, at which one length ends and the next begins. */
const SHORT_MINUTES = 5;
const MEDIUM_MINUTES = 15;
const AGE_DAYS = { week: 7, month: 30, year: 365, older: Number.POSITIVE_INFINITY };

/** A value to filter by, and how many items have it. */
interface FilterChoice {
  value: string;
  count: number;
}

/** The site of an item for filters: its host without `www.`. */
const siteKey = (url: string): string => (URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url);
/** The language of an item for filters; empty where it is not known. */
const languageKey = (lang: string | null): string => (lang === null ? '' : primaryLanguage(lang));

/** Null for what a person saved from a tab, or imported with its text. */
const textKey = (item: SavedMetadata): Arrangement['text'] =>
  item.fetched?.outcome ?? (item.kind === 'link' ? 'link' : null);

/** Whether a list in this arrangement may leave items out. */
export const filtersAnything = (arrangement: Arrangement): boolean =>
  Object.entries(arrangement).some(([name, value]) => name !== 'sort' && value !== null);

/** The items that pass every filter, sorted. With nothing to do it gives the same array. */
export function arrangeItems(
  items: readonly SavedMetadata[],
  arrangement: Arrangement,
  now: number = Date.now(),
): readonly SavedMetadata[] {
  const shown = filtersAnything(arrangement) ? items.filter((item) => passes(item, arrangement, now)) : items;
  switch (arrangement.sort) {
    case 'newest':
      return shown;
    case 'oldest':
      return [...shown].reverse();
    case 'title':
      return sortByName(shown, ({ title }) => title);
    // A link has no length yet. In either order it comes after the articles.
    case 'shortest':
      return [...shown].sort((a, b) => minutesOr(a, Number.MAX_VALUE) - minutesOr(b, Number.MAX_VALUE));
    case 'longest':
      return [...shown].sort((a, b) => minutesOr(b, 0) - minutesOr(a, 0));
  }
}

const minutesOr = (item: SavedMetadata, without: number): number =>
  item.kind === 'link' ? without : item.readingMinutes;

function passes(item: SavedMetadata, { site, tag, length, age, language, text }: Arrangement, now: number): boolean {
  return (
    (site === null || siteKey(item.url) === site) &&
    (tag === null || item.tags.some((each) => tagKey(each) === tag)) &&
    (text === null || textKey(item) === text) &&
    (language === null || languageKey(item.lang) === language) &&
    (length === null || (item.kind === 'article' && lengthOf(item.readingMinutes) === length)) &&
    (age === null || hasAge(now - item.savedAt, age))
  );
}

function lengthOf(minutes: number): (typeof LENGTHS)[number] {
  if (minutes <= SHORT_MINUTES) return 'short';
  return minutes <= MEDIUM_MINUTES ? 'medium' : 'long';
}

const hasAge = (passed: number, age: (typeof AGES)[number]): boolean =>
  age === 'older' ? passed > AGE_DAYS.year * DAY_MS : passed <= AGE_DAYS[age] * DAY_MS;

/** The values that the items can be filtered by, most frequent first. A tag has the spelling that was met first. */
export function filterChoices(items: readonly SavedMetadata[]): {
  sites: FilterChoice[];
  tags: (FilterChoice & { name: string })[];
  languages: FilterChoice[];
  texts: (typeof TEXTS)[number][];
} {
  const names = new Map<string, string>();
  for (const tag of items.flatMap(({ tags }) => tags)) if (!names.has(tagKey(tag))) names.set(tagKey(tag), tag);
  return {
    sites: count(items.map(({ url }) => siteKey(url))),
    tags: count(items.flatMap(({ tags }) => tags.map(tagKey))).map((choice) => ({
      ...choice,
      name: names.get(choice.value) ?? choice.value,
    })),
    languages: count(items.map(({ lang }) => languageKey(lang)).filter((language) => language !== '')),
    texts: TEXTS.filter((text) => items.some((item) => textKey(item) === text)),
  };
}

function count(values: string[]): FilterChoice[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, number]) => ({ value, count: number })).sort((a, b) => b.count - a.count);
}
