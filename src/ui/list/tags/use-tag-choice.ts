import { useEffect, useMemo, useState } from 'preact/hooks';
import type { LibraryReader, TagChange, TagCount } from '../../../model/library.ts';
import type { SavedMetadata } from '../../../model/saved-article.ts';
import { joinTags, tagKey } from '../../../model/search/tag-key.ts';
import { takeLatest } from '../../../model/take-latest.ts';

/** The tags chosen for one or many articles; nothing is written. */
interface TagChoice {
  /** The articles' own tags first, then added ones, then all others. */
  names: readonly string[];
  /** Whether the tags of the whole library have been added by now. */
  isComplete: boolean;
  /** How many articles of the library have it. */
  count(name: string): number;
  /** Whether all of the articles are to have it. */
  has(name: string): boolean;
  /** Some of the articles have it, and it was neither chosen nor removed. */
  isPartly(name: string): boolean;
  set(name: string, on: boolean): void;
  /** The changes that make the articles as chosen, and give all of them the tag `also`. */
  change(also?: string | null): Required<TagChange>;
}

const NONE: TagCount[] = [];

/** Begins with the tags that `items` have. */
export function useTagChoice(library: LibraryReader, items: readonly SavedMetadata[]): TagChoice {
  const [found, setKnown] = useState<TagCount[] | null>(null);
  const known = found ?? NONE;
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map());
  useEffect(() => {
    const end = new AbortController();
    const load = takeLatest(
      () => library.tags(),
      setKnown,
      end.signal,
      () => setKnown((before) => before ?? NONE),
    );
    load();
    library.watch(load, end.signal);
    return () => end.abort();
  }, [library]);

  const having = useMemo(() => countTags(items), [items]);
  const howMany = (name: string): number => having.get(tagKey(name)) ?? 0;
  const allHave = (name: string): boolean => items.length > 0 && howMany(name) === items.length;
  const counts = useMemo(() => new Map(known.map(({ name, count }) => [tagKey(name), count])), [known]);
  return {
    names: useMemo(() => allNames(items, known, [...wanted.keys()]), [items, known, wanted]),
    isComplete: found !== null,
    count: (name) => counts.get(tagKey(name)) ?? 0,
    has: (name) => wanted.get(name) ?? allHave(name),
    isPartly: (name) => !wanted.has(name) && howMany(name) > 0 && !allHave(name),
    set: (name, on) => setWanted((old) => new Map([...old, [name, on]])),
    change(also = null) {
      const wishes = also === null ? wanted : new Map([...wanted, [also, true] as const]);
      const changed = [...wishes].filter(([name, on]) => (on ? !allHave(name) : howMany(name) > 0));
      return {
        add: changed.flatMap(([name, on]) => (on ? [name] : [])),
        remove: changed.flatMap(([name, on]) => (on ? [] : [name])),
      };
    },
  };
}

function allNames(items: readonly SavedMetadata[], known: readonly TagCount[], added: readonly string[]): string[] {
  return joinTags([], [...items.flatMap(({ tags }) => tags), ...added, ...known.map((tag) => tag.name)]);
}

/** How many of the items have each tag, whatever its spelling: counted once, since thousands may be selected. */
function countTags(items: readonly SavedMetadata[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { tags } of items)
    for (const key of new Set(tags.map(tagKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
