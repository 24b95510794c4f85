import {
  array,
  boolean,
  exactOptional,
  type GenericSchema,
  nullable,
  number,
  object,
  picklist,
  pipe,
  rawTransform,
  string,
  unknown,
} from 'valibot';
import { ARTICLE_SCHEMA, type Article } from './article.ts';
import { FETCHED_SCHEMA, type Fetched } from './fetching.ts';
import { HIDDEN_SCHEMA, type HiddenBlocks } from './hidden-blocks.ts';
import { COUNT_SCHEMA, parseWith } from './parsing/parse-with.ts';
import type { PictureCounts } from './pictures/picture.ts';
import { parseReadingPosition, type ReadingPosition } from './reading-position.ts';

/** Where a saved article is. Exactly one at a time; nothing moves by itself. */
export type Place = 'list' | 'archive' | 'deleted';

/** The days, as the library counts them, for which an item in Recently deleted can be restored. */
export const DAYS_IN_DELETED = 30;

/** An `article` has a kept text; a `link` is an address whose page has not been read yet. */
type SavedKind = 'article' | 'link';

/** What the list needs of a saved article; small, so that 10,000 of them can be loaded at once. Times are milliseconds since 1970. */
export interface SavedMetadata {
  id: string;
  kind: SavedKind;
  /** Address the page was saved from. */
  url: string;
  /** `normaliseUrl(url)`: what makes two saves the same article. */
  urlKey: string;
  canonicalUrl: string | null;
  title: string;
  byline: string | null;
  siteName: string | null;
  publishedTime: string | null;
  lang: string | null;
  dir: Article['dir'];
  excerpt: string | null;
  wordCount: number;
  readingMinutes: number;
  contentHash: string;
  savedAt: number;
  /**
   * When the text in front was put there: by a save, by "Update copy", by fetching a link's page, or from among the
   * copies. Of a link that has none, when it was saved.
   */
  updatedAt: number;
  place: Place;
  /** Where it was before it was deleted, so that Undo puts it back there. */
  placeBefore: Place | null;
  /** When it went to its place. */
  movedAt: number;
  favourite: boolean;
  tags: string[];
  position: ReadingPosition | null;
  /** Blocks of its text that the person has hidden; absent when there never were any. */
  hidden?: HiddenBlocks;
  /** Last time it was opened, for "Continue reading". */
  openedAt: number | null;
  /** How many of its pictures are kept; absent when it shows none. */
  pictures?: PictureCounts;
  /** Days until it is deleted for good, for items in Recently deleted. Computed when read, never stored. */
  daysLeft?: number;
  /** The outcome of fetching a link's page by Recto itself; absent when it did not, and once a person saved it. */
  fetched?: Fetched;
}

/** A saved article with its text. `article` is null for a link. */
export interface SavedArticle {
  metadata: SavedMetadata;
  article: Article | null;
}

const text = nullable(string());
const time = number();

export const PLACE_SCHEMA = picklist(['list', 'archive', 'deleted']);

export const POSITION_SCHEMA = pipe(
  unknown(),
  rawTransform<unknown, ReadingPosition>(({ dataset, addIssue, NEVER }) => {
    const position = parseReadingPosition(dataset.value);
    if (position !== null) return position;
    addIssue({ message: 'not a reading position' });
    return NEVER;
  }),
);

export const SAVED_METADATA_SCHEMA = object({
  id: string(),
  kind: picklist(['article', 'link']),
  url: string(),
  urlKey: string(),
  canonicalUrl: text,
  title: string(),
  byline: text,
  siteName: text,
  publishedTime: text,
  lang: text,
  dir: picklist(['ltr', 'rtl']),
  excerpt: text,
  wordCount: COUNT_SCHEMA,
  readingMinutes: COUNT_SCHEMA,
  contentHash: string(),
  savedAt: time,
  updatedAt: time,
  place: PLACE_SCHEMA,
  placeBefore: nullable(PLACE_SCHEMA),
  movedAt: time,
  favourite: boolean(),
  tags: array(string()),
  position: nullable(POSITION_SCHEMA),
  hidden: exactOptional(HIDDEN_SCHEMA),
  openedAt: nullable(time),
  pictures: exactOptional(object({ total: COUNT_SCHEMA, kept: COUNT_SCHEMA, pending: COUNT_SCHEMA })),
  daysLeft: exactOptional(COUNT_SCHEMA),
  fetched: exactOptional(FETCHED_SCHEMA),
}) satisfies GenericSchema<unknown, SavedMetadata>;

export const SAVED_ARTICLE_SCHEMA = object({
  metadata: SAVED_METADATA_SCHEMA,
  article: nullable(ARTICLE_SCHEMA),
}) satisfies GenericSchema<unknown, SavedArticle>;

/** Reads the list entry of a saved article from an untrusted value; null when it is not one. */
export const parseSavedMetadata = parseWith(SAVED_METADATA_SCHEMA);
