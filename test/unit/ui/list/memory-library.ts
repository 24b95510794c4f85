import { vi } from 'vitest';
import type { Library, LibraryChange, ListQuery } from '../../../../src/model/library.ts';
import type { Place, SavedMetadata } from '../../../../src/model/saved-article.ts';
import { byNewest, sortTime } from '../../../../src/ui/list/merge-changes.ts';

/** A library in memory that behaves as storage does towards the list. */
export function memoryLibrary(
  items: SavedMetadata[],
): Library & { all: Map<string, SavedMetadata>; announce(change: LibraryChange): void } {
  const all = new Map(items.map((item) => [item.id, item]));
  const watchers = new Set<(change: LibraryChange) => void>();
  const announce = (change: LibraryChange) => {
    for (const watcher of watchers) watcher(change);
  };
  const inPlace = (place: Place) => [...all.values()].filter((item) => item.place === place).sort(byNewest);
  const moveOne = (id: string, place: Place) => {
    const item = all.get(id);
    if (item) all.set(id, { ...item, place, placeBefore: place === 'deleted' ? item.place : null, movedAt: 1000 });
  };
  const missing = async () => {
    throw new Error('not part of this test');
  };
  return {
    all,
    announce,
    counts: async () => ({
      list: inPlace('list').length,
      archive: inPlace('archive').length,
      deleted: inPlace('deleted').length,
    }),
    list: vi.fn(async ({ place, limit, after }: ListQuery) => {
      const sorted = inPlace(place);
      const start = after ? sorted.findIndex(({ id }) => id === after[1]) + 1 : 0;
      const page = sorted.slice(start, start + limit);
      const last = page.at(-1);
      return { items: page, next: last && start + limit < sorted.length ? ([sortTime(last), last.id] as const) : null };
    }),
    metadata: vi.fn(async (ids: string[]) => ids.flatMap((id) => all.get(id) ?? [])),
    continueReading: async (limit) =>
      inPlace('list')
        .filter(({ openedAt }) => openedAt)
        .slice(0, limit),
    search: vi.fn(async (text: string) =>
      [...all.values()]
        .filter(({ title }) => title.includes(text))
        .map((metadata) => ({ metadata, snippet: metadata.title, marks: [[0, text.length]] as [number, number][] })),
    ),
    find: async () => null,
    open: async () => null,
    watch(onChange, signal) {
      watchers.add(onChange);
      signal.addEventListener('abort', () => watchers.delete(onChange));
    },
    move: vi.fn(async (ids: string[], place: Place) => {
      for (const id of ids) moveOne(id, place);
      announce({ ids });
    }),
    restore: vi.fn(async (ids: string[]) => {
      for (const id of ids) moveOne(id, all.get(id)?.placeBefore ?? 'list');
      announce({ ids });
    }),
    save: missing,
    updateCopy: missing,
    saveLink: missing,
    undoSave: missing,
    keepPosition: missing,
    markOpened: missing,
  };
}
