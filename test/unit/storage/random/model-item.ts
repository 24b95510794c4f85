import type { SeenItem } from './what-is-seen.ts';

/** A highlight as the person made it. */
export interface ModelMark {
  id: string;
  exact: string;
  colour: string;
  note: string;
  /** The note before its last change, which another window may still show. */
  noteBefore: string;
}

/** An item as the docs tell of it: what the person put on it, and when it went where. Texts are named by their hash. */
export interface ModelItem {
  id: number;
  url: string;
  kind: 'article' | 'link';
  aliases: string[];
  place: 'list' | 'archive' | 'deleted';
  placeBefore: 'list' | 'archive' | null;
  savedAt: number;
  /** When it went to its place; what is taken out of Recently deleted has its old row again. */
  row: number;
  rowBefore: number;
  deletedDay: number;
  tags: string[];
  favourite: boolean;
  /** Whether the person has ever set or taken the star: an import then adds none. */
  isStarSettled: boolean;
  progress: { share: number; at: number } | null;
  openedAt: number;
  hidden: string[];
  front: string | null;
  behind: string[];
  marks: ModelMark[];
  /** How often it was moved, its blocks hidden or shown, its text replaced: Undo of a save asks what was done since. */
  done: { moves: number; hides: number; texts: number };
}

/** An item without anything of the person's. */
export const newItem = (id: number, url: string, now: number): ModelItem => ({
  ...{ id, url, kind: 'link', aliases: [], place: 'list', placeBefore: null, savedAt: now, row: now, rowBefore: now },
  ...{ deletedDay: 0, tags: [], favourite: false, isStarSettled: false, progress: null, openedAt: 0, hidden: [] },
  ...{ front: null, behind: [], marks: [], done: { moves: 0, hides: 0, texts: 0 } },
});

/** The item as a person sees it. */
export function seenOf(item: ModelItem, day: number): SeenItem {
  const { url, kind, place, favourite, front, marks, progress } = item;
  return {
    ...{ url, kind, place, favourite, front },
    tags: [...item.tags].sort(),
    progress: progress?.share ?? null,
    hidden: [...item.hidden].sort(),
    behind: [...new Set(item.behind)].filter((hash) => hash !== front).sort(),
    highlights: marks.map(({ exact, colour, note }) => `${exact}|${colour}|${note}`).sort(),
    daysLeft: place === 'deleted' ? Math.max(0, 30 - (day - item.deletedDay)) : null,
  };
}

/** Puts a text in front; the one that was there goes behind. */
export function putText(item: ModelItem, text: string): void {
  if (item.front !== null) item.behind = withTags(item.behind, [item.front]);
  Object.assign(item, { kind: 'article', front: text });
  item.done.texts += 1;
}

/** The tags, texts or addresses with others, each once. */
export const withTags = (tags: readonly string[], more: readonly string[]): string[] => [
  ...new Set([...tags, ...more]),
];

/** The note after `typed` was written where `before` was seen: what another window wrote meanwhile stays. */
export function noteAfter(here: string, typed: string, before: string): string {
  if (here === before || here === '') return typed;
  const parts = here.split('\n\n');
  const own = parts.indexOf(before);
  const after = own === -1 ? (parts.includes(typed) ? parts : [...parts, typed]) : parts.with(own, typed);
  return after.filter((part) => part !== '').join('\n\n');
}
