import type { Handlers } from '../messaging/listen.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { fetchHandlers } from './fetching/fetch-handlers.ts';
import { articleHandlers, pictureHandlers } from './handlers/article-handlers.ts';
import { highlightHandlers } from './handlers/highlight-handlers.ts';
import { pageHandlers } from './handlers/page-handlers.ts';
import { saveHandlers } from './handlers/save-handlers.ts';
import { tabHandlers } from './handlers/tab-handlers.ts';
import type { PictureKeeper } from './pictures/picture-keeper.ts';
import { refreshMarks } from './saved-marks.ts';

/** The handler of each message of the protocol. */
export function messageHandlers(library: BackgroundLibrary, keeper: PictureKeeper): Handlers {
  // Nobody waits for the marks; what keeps them from being right is reported elsewhere.
  const refresh = () => void refreshMarks(library).catch(() => undefined);
  return {
    ...saveHandlers(library, keeper, refresh),
    ...articleHandlers(library, refresh),
    ...pictureHandlers(library, keeper),
    ...highlightHandlers(library, refresh),
    ...fetchHandlers(library, keeper),
    ...pageHandlers(library, keeper),
    ...libraryHandlers(library, refresh),
    ...tabHandlers(library, keeper),
  };
}

type LibraryHandlers = Pick<Handlers, Extract<keyof Handlers, `library.${string}` | `tag.${string}`>>;

/** Handlers of the messages about the library as a whole. `onChange` is called when articles are gone for good. */
function libraryHandlers(library: BackgroundLibrary, onChange: () => void): LibraryHandlers {
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
