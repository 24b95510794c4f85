import { attributeOf, attributeOrNull, findAll } from '../find-elements.ts';
import { oncePerPage } from '../once-per-page.ts';
import { cleanText } from './clean-text.ts';

/** `<meta>` values by lower-cased `property`, `name` or `itemprop`, in document order. */
type MetaTags = ReadonlyMap<string, readonly string[]>;

/** Reads every `<meta>` of the page; a `property` with several space-separated names counts under each. */
const readMetaTags = oncePerPage((page): MetaTags => {
  const tags = new Map<string, string[]>();
  for (const meta of findAll(page, 'meta[content]')) {
    const value = cleanText(attributeOrNull(meta, 'content'), 1000);
    if (!value) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const key of attributeOf(meta, attribute).toLowerCase().match(/\S+/g) ?? [])
        tags.set(key, [...(tags.get(key) ?? []), value]);
    }
  }
  return tags;
});

/** The values of the tags that are named in `keys`, between spaces, in the order of `keys`. */
export const metaValues = (page: Document, keys: string): string[] =>
  keys.split(' ').flatMap((key) => readMetaTags(page).get(key) ?? []);

/** The values of all tags whose name matches, in document order. */
export const metaMatching = (page: Document, name: RegExp): string[] =>
  [...readMetaTags(page)].flatMap(([key, values]) => (name.test(key) ? values : []));
