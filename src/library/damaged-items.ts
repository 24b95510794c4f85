import type { DamagedItem, LibraryReader } from '../model/library.ts';

/** The records that lists have met and could not read, for a notice. */
export interface DamagedItems {
  all(): DamagedItem[];
  watch(onChange: () => void, signal: AbortSignal): void;
}

/**
 * Wraps a library so that records which its lists could not read are noted. Reading everything anew clears the notes.
 */
export function noteDamaged<Reader extends LibraryReader>(library: Reader): { library: Reader; damaged: DamagedItems } {
  const found = new Map<string, DamagedItem>();
  const listeners = new Set<() => void>();
  const list: LibraryReader['list'] = async (query) => {
    const page = await library.list(query);
    const before = [...found.keys()].join();
    if (!query.after) found.clear();
    for (const item of page.damaged ?? []) found.set(item.id, item);
    if ([...found.keys()].join() !== before) for (const listener of listeners) listener();
    return page;
  };
  const damaged: DamagedItems = {
    all: () => [...found.values()],
    watch(onChange, signal) {
      listeners.add(onChange);
      signal.addEventListener('abort', () => listeners.delete(onChange), { once: true });
    },
  };
  return { library: { ...library, list }, damaged };
}
