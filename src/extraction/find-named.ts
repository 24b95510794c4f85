import { attributeOf, findAll, findFirst } from './find-elements.ts';

/**
 * The elements of a page that match a list of selectors which hardly a page has: of the list, only what may match is looked
 * for, and often that is nothing. The classes of the page are gathered when they are first asked for: from then on it may
 * lose elements, and get such as no list names.
 *
 * Every selector of the list must match only where an element has each tag, class and id in it, `:not()` aside.
 */
export function findNamed<E extends Element = Element>(page: Document, selectors: string): E[] {
  const possible = selectors.split(',').filter((selector) => tokensOf(selector).every((token) => isThere(token, page)));
  return possible.length > 0 ? findAll<E>(page, possible.join()) : [];
}

/** Classes in lower case, since without a doctype case does not matter: each, and all class attributes in one text. */
interface ClassNames {
  each: ReadonlySet<string>;
  all: string;
}

const known = new WeakMap<Document, ClassNames>();

function classesOf(page: Document): ClassNames {
  const cached = known.get(page);
  if (cached) return cached;
  const attributes = new Set<string>();
  for (const element of findAll(page, '[class]')) attributes.add(attributeOf(element, 'class'));
  const all = [...attributes].join(' ').toLowerCase();
  const classes = { each: new Set(all.split(/\s+/)), all };
  known.set(page, classes);
  return classes;
}

/** `p`, `.x`, `#y`, and `*z` for `[class*="z" i]`: what must be there for a selector to match. */
function tokensOf(selector: string): string[] {
  const plain = selector.replace(/:not\([^)]*\)|\[class\*="?([\w-]+)"? i\]|\[[^\]]*\]|:[\w-]+/g, (_, part) =>
    part ? ` *${part} ` : ' ',
  );
  return plain.match(/[.#*]?[a-z_][\w-]*/gi) ?? [];
}

function isThere(token: string, page: Document): boolean {
  const { each, all } = classesOf(page);
  const name = token.slice(1).toLowerCase();
  if (token.startsWith('.')) return each.has(name);
  if (token.startsWith('*')) return all.includes(name);
  return token.startsWith('#') ? findFirst(page, token) !== null : page.getElementsByTagName(token)[0] !== undefined;
}
