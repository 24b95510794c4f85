import { asRectoError } from '../model/as-recto-error.ts';
import type { Library } from '../model/library.ts';
import type { SavedPicture } from '../model/picture.ts';
import { RectoError } from '../model/recto-error.ts';
import type { SavedArticle } from '../model/saved-article.ts';

/** What the address of the reader tab leads to. */
export type OpenedArticle =
  | { kind: 'opened'; saved: SavedArticle; pictures: SavedPicture[] }
  | { kind: 'failed'; error: RectoError };

/** Reads an article with its pictures: the one that `#<id>` in the address names, unless told. */
export async function openFromAddress(library: Library, id = idInAddress()): Promise<OpenedArticle> {
  try {
    // An article whose pictures cannot be read is still there to be read.
    const [saved, pictures] = await Promise.all([library.open(id), library.openPictures(id).catch(() => [])]);
    return saved ? { kind: 'opened', saved, pictures } : { kind: 'failed', error: new RectoError('not-found') };
  } catch (thrown) {
    return { kind: 'failed', error: asRectoError(thrown) };
  }
}

/** The id of the article that the fragment names; empty for none. */
export const idInAddress = ({ hash }: { hash: string } = location): string => hash.slice(1).split('/')[0] ?? '';

/** `#<id>/<highlight>`: the highlight to go to; null when none is named. */
export const highlightInAddress = (): string | null => location.hash.split('/')[1] ?? null;
