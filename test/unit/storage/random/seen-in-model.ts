import { FINISHED } from '../../../../src/model/reading-position.ts';
import { type ModelItem, seenOf } from './model-item.ts';
import type { ModelLibrary } from './model-library.ts';
import type { Seen } from './what-is-seen.ts';

/** What a person is to see of the library. */
export function seenInModel({ items }: ModelLibrary, day: number): Seen {
  const latest = (some: ModelItem[], time: (item: ModelItem) => number): string[] =>
    some.toSorted((a, b) => time(b) - time(a)).map(({ url }) => url);
  const at = (place: string): ModelItem[] => items.filter((item) => item.place === place);
  const begun = ({ openedAt, progress }: ModelItem): number => Math.max(openedAt, progress?.at ?? 0);
  const isBegun = (item: ModelItem): boolean =>
    item.kind === 'article' && begun(item) > 0 && (item.progress?.share ?? 0) < FINISHED;
  const tags = new Map<string, number>();
  for (const { place, tags: own } of items)
    if (place !== 'deleted') for (const tag of own) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  return {
    lists: {
      list: latest(at('list'), ({ savedAt }) => savedAt),
      archive: latest(at('archive'), ({ row }) => row),
      deleted: latest(at('deleted'), ({ row }) => row),
    },
    reading: latest(at('list').filter(isBegun), begun),
    tags: [...tags].map(([tag, count]) => `${tag} ${count}`).sort(),
    items: items.map((item) => seenOf(item, day)).sort((a, b) => (a.url < b.url ? -1 : 1)),
  };
}

/** Addresses of the items that a search for this word is to find: by the text in front, or by notes. */
export const foundInModel = ({ items }: ModelLibrary, word: string): string[] =>
  items
    .filter(({ place }) => place !== 'deleted')
    .filter(({ front, marks }) => front === word || marks.some(({ note }) => note.includes(word)))
    .map(({ url }) => url)
    .sort();
