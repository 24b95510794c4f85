import type { Article } from '../model/article.ts';
import type { Highlight } from '../model/highlights/highlight.ts';
import type { SavedMetadata } from '../model/saved-article.ts';

/** A picture of an article as a file. */
export interface ExportedPicture {
  /** Name of the file with its extension: `7f3a….jpg`. */
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** An article to be exported, without its sanitised body, which is a fragment of a document. */
export interface ExportedArticle {
  metadata: SavedMetadata;
  /** Null for a link whose page was not read yet. */
  article: Article | null;
  highlights: readonly Highlight[];
  /** Kept pictures by their address on the web. */
  pictures: ReadonlyMap<string, ExportedPicture>;
}
