import type { LoadSearch } from './local-library-reader.ts';

/** Loads search when it is wanted. For pages: a service worker has no dynamic import. */
export const loadSearch: LoadSearch = async () => ({
  ...(await import('./search/search-library.ts')),
  ...(await import('./read-tags.ts')),
});
