import { vi } from 'vitest';
import type { Library, LibraryChange, ListQuery, SearchQuery, TagChange } from '../../../../src/model/library.ts';
import type { Place, SavedMetadata } from '../../../../src/model/saved-article.ts';
import { byNewest, sortTime } from '../../../../src/ui/list/items/load-items.ts';

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
  const change = (id: string, apply: (item: SavedMetadata) => SavedMetadata) => {
    const item = all.get(id);
    if (item) all.set(id, apply(item));
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
    search: vi.fn(async ({ text }: SearchQuery) => ({
      hits: [...all.values()]
        .filter(({ title }) => title.includes(text))
        .map((metadata) => ({ metadata, snippet: metadata.title, marks: [[0, text.length]] as [number, number][] })),
      more: false,
      damaged: false,
    })),
    tags: async () =>
      [...new Set([...all.values()].flatMap(({ tags }) => tags))].map((name) => ({
        name,
        count: [...all.values()].filter(({ tags }) => tags.includes(name)).length,
      })),
    find: async () => null,
    copies: async () => [],
    openCopy: async () => null,
    useCopy: missing,
    dropCopy: missing,
    highlights: async () => [],
    allHighlights: async () => [],
    addHighlight: missing,
    changeHighlight: missing,
    removeHighlight: missing,
    restoreHighlight: missing,
    pictureReceipt: missing,
    openPictures: async () => [],
    keepPictures: async () => undefined,
    open: async () => null,
    watch(onChange, signal) {
      watchers.add(onChange);
      signal.addEventListener('abort', () => watchers.delete(onChange));
    },
    move: vi.fn(async (ids: string[], place: Place, from?: readonly Place[]) => {
      const isThere = (id: string) => {
        const at = all.get(id)?.place;
        return at !== undefined && at !== 'deleted' && (!from || from.includes(at));
      };
      for (const id of ids.filter(isThere)) moveOne(id, place);
      announce({ ids });
    }),
    restore: vi.fn(async (ids: string[]) => {
      for (const id of ids) moveOne(id, all.get(id)?.placeBefore ?? 'list');
      announce({ ids });
    }),
    dropDeleted: vi.fn(async (ids: string[]) => {
      for (const id of ids) if (all.get(id)?.place === 'deleted') all.delete(id);
      announce({ ids });
    }),
    setFavourite: vi.fn(async (ids: string[], favourite: boolean) => {
      for (const id of ids) change(id, (item) => ({ ...item, favourite }));
      announce({ ids });
    }),
    changeTags: vi.fn(async (ids: string[], { add = [], remove = [] }: TagChange) => {
      for (const id of ids) {
        change(id, (item) => ({
          ...item,
          tags: [...item.tags.filter((tag) => !remove.includes(tag) && !add.includes(tag)), ...add],
        }));
      }
      announce({ ids });
    }),
    mendSearch: vi.fn(async () => null),
    replaceTag: missing,
    save: missing,
    updateCopy: missing,
    saveLink: missing,
    undoSave: missing,
    keepPosition: missing,
    keepHidden: missing,
    markOpened: missing,
  };
}
