import { hashText } from '../../model/hash-text.ts';

/**
 * What e-book readers know a book by, a URN, from the ids of its articles in any order. The same articles give the same
 * book again; others give another, which a reader would else put in the first one's place.
 */
export function bookIdentifier(ids: readonly string[]): string {
  const [only] = ids;
  return `urn:recto:${only !== undefined && ids.length === 1 ? only : hashText([...ids].sort().join())}`;
}
