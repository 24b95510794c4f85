import { ADDRESSES, BLOCKS, NOTES, PAGES, PASSAGES, TAGS, TEXTS } from './pages.ts';

/** Numbers name addresses, texts, tags and so on of `pages.ts`, so that a sequence can be printed and shortened. */
export type Step = { after: number } & (
  | { do: 'save'; page: number; text: number; by: boolean }
  | { do: 'update'; page: number; text: number }
  | { do: 'link'; at: number }
  | { do: 'undo'; at: number }
  | { do: 'move'; at: number; to: 'list' | 'archive' | 'deleted' }
  | { do: 'restore'; at: number }
  | { do: 'tag' | 'untag'; at: number; tag: number }
  | { do: 'rename'; tag: number; to: number | null }
  | { do: 'star' | 'unstar' | 'open'; at: number }
  | { do: 'scroll'; at: number; progress: number }
  | { do: 'hide' | 'show'; at: number; block: number }
  | { do: 'highlight'; at: number; passage: number; colour: 'yellow' | 'pink' }
  | { do: 'note'; at: number; passage: number; note: number | null; stale: boolean }
  | { do: 'unhighlight' | 'rehighlight'; at: number; passage: number }
  | { do: 'useCopy' | 'dropCopy'; at: number; nth: number }
  | { do: 'import'; at: number; text: number | null; tag: number; note: number | null; starred: boolean; ago: number }
  | { do: 'empty' | 'start' }
);

/** Draws one of so many, or of a list. */
export interface Draw {
  of(count: number): number;
  from<T>(list: readonly T[]): T;
  chance(share: number): boolean;
}

export const drawing = (random: () => number): Draw => ({
  of: (count) => Math.floor(random() * count),
  from: (list) => list[Math.floor(random() * list.length)] as (typeof list)[number],
  chance: (share) => random() < share,
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const KINDS = {
  ...{ save: 6, update: 4, link: 4, undo: 4, move: 6, restore: 3, tag: 4, untag: 2, rename: 2, star: 2, unstar: 1 },
  ...{ open: 2, scroll: 3, hide: 2, show: 1, highlight: 4, note: 4, unhighlight: 2, rehighlight: 1 },
  ...{ useCopy: 2, dropCopy: 1, import: 2, empty: 0.4, start: 2 },
} satisfies Record<Step['do'], number>;
const WEIGHTED = Object.entries(KINDS).flatMap(([kind, weight]) =>
  Array.from({ length: Math.ceil(weight * 5) }, () => kind as Step['do']),
);

/**
 * One step of a person, some time after the one before: mostly seconds, now and then hours, at a start days, up to those
 * after which what was deleted is gone.
 */
export function randomStep(draw: Draw): Step {
  const kind = draw.from(WEIGHTED);
  const at = draw.of(ADDRESSES.length);
  const seconds = 1000 + draw.of(9000);
  const all = {
    ...{ do: kind, at, page: draw.of(PAGES), text: draw.of(TEXTS), by: draw.chance(0.4) },
    ...{ to: draw.from(['list', 'archive', 'archive', 'deleted', 'deleted'] as const), tag: draw.of(TAGS.length) },
    ...{ progress: draw.from([0.3, 0.6, 1]), block: draw.of(BLOCKS.length), passage: draw.of(PASSAGES.length) },
    ...{ colour: draw.from(['yellow', 'pink'] as const), nth: draw.of(3) },
    note: draw.chance(0.15) ? null : draw.of(NOTES.length),
    stale: draw.chance(0.3),
    starred: draw.chance(0.4),
    ago: draw.from([HOUR, 100 * HOUR]) + draw.of(90_000),
    after:
      kind === 'start' && draw.chance(0.7)
        ? draw.from([0, 1, 6, 29, 30]) * DAY + draw.of(24) * HOUR
        : draw.chance(0.1)
          ? HOUR
          : seconds,
  };
  return only(all, draw);
}

/** The step with the fields of its kind. */
function only(all: Record<string, unknown> & { do: Step['do'] }, draw: Draw): Step {
  const fields = FIELDS[all.do];
  const step: Record<string, unknown> = { do: all.do, after: all['after'] };
  for (const field of fields) step[field] = all[field];
  if (all.do === 'rename') step['to'] = draw.chance(0.3) ? null : draw.of(TAGS.length);
  if (all.do === 'import' && (draw.chance(0.5) || Number(all['at']) >= PAGES)) step['text'] = null;
  return step as Step;
}

const FIELDS: Record<Step['do'], readonly string[]> = {
  ...{ save: ['page', 'text', 'by'], update: ['page', 'text'], link: ['at'], undo: ['at'], move: ['at', 'to'] },
  ...{ restore: ['at'], tag: ['at', 'tag'], untag: ['at', 'tag'], rename: ['tag', 'to'], star: ['at'], unstar: ['at'] },
  ...{ open: ['at'], scroll: ['at', 'progress'], hide: ['at', 'block'], show: ['at', 'block'] },
  ...{ highlight: ['at', 'passage', 'colour'], note: ['at', 'passage', 'note', 'stale'] },
  ...{
    unhighlight: ['at', 'passage'],
    rehighlight: ['at', 'passage'],
    useCopy: ['at', 'nth'],
    dropCopy: ['at', 'nth'],
  },
  ...{ import: ['at', 'text', 'tag', 'note', 'starred', 'ago'], empty: [], start: [] },
};
