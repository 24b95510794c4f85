import type { Article } from '../model/article.ts';
import type { Highlight } from '../model/highlight.ts';
import type { SavedMetadata } from '../model/saved-article.ts';

/** A picture's bytes as a file beside the text. */
export interface ExportedPicture {
  /** Name of the file, with its ending: `7f3a….jpg`. */
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** One article ready to be written: everything but its sanitised body, which belongs to a document. */
export interface ExportedArticle {
  metadata: SavedMetadata;
  /** Null for a link whose page has not been read. */
  article: Article | null;
  highlights: readonly Highlight[];
  /** Kept pictures by their address on the web. */
  pictures: ReadonlyMap<string, ExportedPicture>;
}
