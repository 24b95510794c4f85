import type { LoadSearch } from './local-library-reader.ts';

/** Loads search on demand. For pages: a service worker has no dynamic import. */
export const loadSearch: LoadSearch = async () => ({
  ...(await import('./search/search-library.ts')),
  ...(await import('./read-tags.ts')),
});
