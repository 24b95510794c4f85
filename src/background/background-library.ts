import type { LibraryReader } from '../model/library.ts';
import { connectLibrary } from '../storage/library-connection.ts';
import { type LibraryWrites, libraryWrites } from '../storage/library-writes.ts';
import { localLibraryReader } from '../storage/local-library-reader.ts';
import { type LibraryPictures, libraryPictures } from '../storage/pictures/library-pictures.ts';
import { readTags } from '../storage/read-tags.ts';
import { searchLibrary } from '../storage/search/search-library.ts';

/** The library with every write; only the background has it. */
export type BackgroundLibrary = Omit<LibraryReader, 'watch'> & LibraryWrites & { pictureQueue: LibraryPictures };

/** Opens nothing yet: the database is opened at the first call, so that no command waits for it. */
export function backgroundLibrary(): BackgroundLibrary {
  const connection = connectLibrary();
  return {
    ...localLibraryReader(connection, async () => ({ searchLibrary, readTags })),
    ...libraryWrites(connection),
    pictureQueue: libraryPictures(connection),
  };
}
