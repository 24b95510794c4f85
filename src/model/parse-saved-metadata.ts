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
import { ARTICLE_SCHEMA } from './article-schema.ts';
import { COUNT_SCHEMA } from './count-schema.ts';
import { FETCHED_SCHEMA } from './fetching.ts';
import { HIDDEN_SCHEMA } from './hidden-blocks.ts';
import { parseWith } from './parse-with.ts';
import { parseReadingPosition, type ReadingPosition } from './reading-position.ts';
import type { SavedArticle, SavedMetadata } from './saved-article.ts';

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
