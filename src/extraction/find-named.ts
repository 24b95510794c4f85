import { attributeOf, findAll, findFirst } from './find-elements.ts';
import { oncePerPage } from './once-per-page.ts';

/**
 * The elements of a page that match a list of selectors that few pages match. Only selectors whose tags, classes and
 * ids all occur in the page are tried, which often are none.
 *
 * The names in the page are gathered at the first call. From then on the page may lose elements, and gain only such as
 * no list names. Every selector of the list must match only elements that have each tag, class and id in it; `:not()`
 * is left aside.
 */
export function findNamed<E extends Element = Element>(page: Document, selectors: string): E[] {
  const names = namesIn(page);
  const tokens = tokensOf(selectors);
  const possible = selectors
    .split(',')
    .filter((_, index) => tokens[index]?.every((token) => isThere(token, page, names)));
  return possible.length > 0 ? findAll<E>(page, possible.join()) : [];
}

/**
 * All in lower case, since case does not matter without a doctype: the names of elements, the classes, and all classes
 * in one text, each once.
 */
interface Names {
  tags: ReadonlySet<string>;
  classes: ReadonlySet<string>;
  all: string;
}

const namesIn = oncePerPage((page): Names => {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  for (const element of findAll(page, '*')) {
    tags.add(element.localName);
    attributes.add(attributeOf(element, 'class'));
  }
  const classes = new Set([...attributes].join(' ').toLowerCase().split(/\s+/));
  return { tags, classes, all: [...classes].join(' ') };
});

/** `p`, `.x`, `#y`, and `*z` for `[class*="z" i]`: what must be there for each selector of a list to match. */
function tokensOf(selectors: string): string[][] {
  const plain = selectors.replace(/:not\([^)]*\)|\[class\*="?([\w-]+)"? i\]|\[[^\]]*\]|:[\w-]+/g, (_, part) =>
    part ? ` *${part} ` : ' ',
  );
  return plain.split(',').map((selector) => selector.match(/[.#*]?[a-z_][\w-]*/gi) ?? []);
}

function isThere(token: string, page: Document, { tags, classes, all }: Names): boolean {
  const name = token.slice(1).toLowerCase();
  if (token.startsWith('.')) return classes.has(name);
  if (token.startsWith('*')) return all.includes(name);
  return token.startsWith('#') ? !!findFirst(page, token) : tags.has(token);
}
