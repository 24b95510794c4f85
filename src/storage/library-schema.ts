import type { DBSchema, IDBPDatabase } from 'idb';
import type { Article } from '../model/article.ts';
import type { CopyReason } from '../model/article-copy.ts';
import type { Highlight } from '../model/highlights/highlight.ts';
import type { PictureProblem, PictureSize } from '../model/pictures/picture.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import type { SegmentBlock, StoredSegment } from './search/segment.ts';

/** Metadata as stored: what the list shows, and fields for storage alone. */
export interface StoredMetadata extends Omit<SavedMetadata, 'daysLeft'> {
  /** Normalised addresses that redirected here. A link saved from one of them is this item. */
  aliases: string[];
  /** `urlKey`, `aliases` and `addressLedTo`; index `addresses`. */
  addresses: string[];
  /** What it can be filtered by (`facetsOf`); index `facets`. */
  facets: string[];
  /** Negated time of the list order: saved for the reading list, moved for the other places. */
  sort: number;
  /** Negated time it was last opened or scrolled, when it belongs in "Continue reading"; absent otherwise. */
  resume?: number;
  /**
   * Of an item that was deleted, or moved to the list: its `movedAt` before, so that restoring and Undo put it back at its
   * row. Of one that was put back in the archive so: the time of the move that was taken back, or later, unless
   * `movedAt` is later, so that a backup of that time does not move it again.
   */
  movedBefore: number | null;
  /** Day of the deletion in the library's own count of days (see `purge-deleted.ts`). */
  deletedDay: number | null;
  /** When tags and favourite were last changed, so that merging keeps the newer. */
  tagsAt: number;
  favouriteAt: number;
  /**
   * Ids that the page has in other libraries, where it was saved apart, once their tags have come here. From then on the
   * tags that were changed later count, and one that was taken away does not come back.
   */
  otherIds?: string[];
  /** Stamp of the search entry that has this text; entries with other stamps are out of date. */
  searchStamp: number | null;
}

/** The text of an article, apart from its metadata. */
export interface StoredBody extends Pick<Article, 'html' | 'text' | 'leadImage' | 'attribution'> {
  id: string;
  /** Equals that of the metadata where both are of one save. */
  contentHash: string;
}

/** An older text (`replaced`), or a newer one that was not put in front because it looks worse. */
export interface StoredCopy {
  articleId: string;
  keptAt: number;
  why: CopyReason;
  article: Article;
}

/** Bytes of a picture, once for all articles that show it. */
export interface StoredPicture {
  /** SHA-256 of `bytes`, hex. */
  hash: string;
  bytes: Blob;
  type: string;
}

/** One picture of one article in the persisted queue; doing a job twice changes nothing. */
export interface PictureJob {
  articleId: string;
  url: string;
  state: 'pending' | 'kept' | 'refused';
  reason: PictureProblem | null;
  /** Key in `pictures` once kept. */
  hash: string | null;
  queuedAt: number;
  attempts: number;
  /** False when only an older text shows the picture. */
  shown?: boolean;
  /** Size in bytes once kept. */
  bytes?: number;
  /** What the page showed, in pixels. */
  size?: PictureSize;
}

/** A link that became part of another item, as it was, and what it brought. */
export interface JoinedLink {
  link: StoredMetadata;
  /** Ids of its highlights. */
  highlights: string[];
  /** `keptAt` of its texts, behind the item. */
  copies: number[];
}

/** What was there before a save, for its Undo. */
export interface UndoRecord {
  id: string;
  at: number;
  before: StoredMetadata | null;
  /** What the save left, to tell what was done since. Records of an older Recto have none. */
  after?: StoredMetadata;
  /** A link that the save joined with the item. */
  joined?: JoinedLink;
  /** Ids of the highlights then. Records of an older Recto have none. */
  highlights?: string[];
  /** Times of the texts behind it then, which name them. Records of an older Recto have none. */
  copies?: number[];
}

/** A record that could not be read, set aside with what is left of it. */
export interface DamagedRecord {
  store: string;
  id: string;
  title: string | null;
  why: string;
  at: number;
  value: unknown;
}

/** The stores with their keys and indexes (`docs/data-model.md`). The migrations make them. */
export interface LibrarySchema extends DBSchema {
  metadata: {
    key: string;
    value: StoredMetadata;
    indexes: { place: [string, number, string]; addresses: string; resume: number; facets: string };
  };
  bodies: { key: string; value: StoredBody };
  copies: { key: [string, number]; value: StoredCopy };
  highlights: { key: string; value: Highlight; indexes: { articleId: string } };
  pictures: { key: string; value: StoredPicture };
  pictureJobs: {
    key: [string, string];
    value: PictureJob;
    indexes: { state: [string, number]; hash: string };
  };
  searchSegments: { key: number; value: StoredSegment };
  searchBlocks: { key: [number, number]; value: SegmentBlock };
  undo: { key: string; value: UndoRecord };
  damaged: { key: [string, string]; value: DamagedRecord };
  /** Small facts by name; `docs/data-model.md` lists them. */
  tallies: { key: string; value: unknown };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;
export type StoreName = keyof {
  [Name in keyof LibrarySchema as string extends Name ? never : number extends Name ? never : Name]: true;
};
