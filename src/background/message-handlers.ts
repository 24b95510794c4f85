import type { Handlers } from '../messaging/listen.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { articleHandlers } from './handlers/article-handlers.ts';
import { fetchHandlers } from './handlers/fetch-handlers.ts';
import { highlightHandlers } from './handlers/highlight-handlers.ts';
import { libraryHandlers } from './handlers/library-handlers.ts';
import { pageHandlers } from './handlers/page-handlers.ts';
import { pictureHandlers } from './handlers/picture-handlers.ts';
import { saveHandlers } from './handlers/save-handlers.ts';
import { tabHandlers } from './handlers/tab-handlers.ts';
import type { PictureKeeper } from './pictures/picture-keeper.ts';
import { refreshMarks } from './saved-marks.ts';

/** The handler of each message of the protocol. */
export function messageHandlers(library: BackgroundLibrary, keeper: PictureKeeper): Handlers {
  // Nobody waits for the marks, and what prevents them is reported elsewhere.
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
