import type { Handlers } from '../../messaging/listen.ts';
import type { BackgroundLibrary } from '../background-library.ts';

type LibraryHandlers = Pick<Handlers, Extract<keyof Handlers, `library.${string}` | `tag.${string}`>>;

/** Handlers of the messages about the library as a whole. `onChange` is called when articles are gone for good. */
export function libraryHandlers(library: BackgroundLibrary, onChange: () => void): LibraryHandlers {
  return {
    'library.list': (query) => library.list(query),
    'library.metadata': ({ ids }) => library.metadata(ids),
    'library.counts': () => library.counts(),
    'library.continue': ({ limit }) => library.continueReading(limit),
    'library.search': (query) => library.search(query),
    'library.tags': () => library.tags(),
    'library.mend-search': (input) => library.mendSearch(input),
    'library.empty-deleted': () => library.emptyDeleted().then(onChange),
    'tag.replace': (replacement) => library.replaceTag(replacement),
  };
}
