import {
  array,
  boolean,
  exactOptional,
  fallback,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  picklist,
  pipe,
  regex,
  string,
} from 'valibot';
import { ARTICLE_SCHEMA, type Article } from '../article.ts';
import { COPY_REASONS, type CopyReason } from '../article-copy.ts';
import type { BackupRefusal } from '../errors/error-code.ts';
import type { Highlight } from '../highlights/highlight.ts';
import { parseHighlight } from '../highlights/parse-highlight.ts';
import { asRecord } from '../parsing/as-record.ts';
import { parseWith } from '../parsing/parse-with.ts';
import { PICTURE_PROBLEMS, type PictureProblem, type PictureSize } from '../pictures/picture.ts';
import { SAVED_ARTICLE_SCHEMA, type SavedArticle, type SavedMetadata } from '../saved-article.ts';
import { joinTags, LONGEST_TAG } from '../search/tag-key.ts';

/** Format of backup files, see docs/backup-format.md. A reader of version 1 refuses files of a later version. */
export const BACKUP_FORMAT = 'recto-backup';
/** The version that is written. A change that older readers would misunderstand needs the next one. */
export const BACKUP_VERSION = 1;

/** One item in a backup: what the list shows, its text, and what only merging needs. */
export interface BackupItem extends SavedArticle {
  aliases: string[];
  tagsAt: number;
  favouriteAt: number;
  /** Ids of the item in other libraries, whose tags it has. */
  otherIds?: string[];
}

interface BackupCopy {
  articleId: string;
  keptAt: number;
  why: CopyReason;
  article: Article;
}

/** A picture's bytes, once for all articles that show it. */
export interface BackupPicture {
  /** SHA-256 of the bytes, hex. */
  hash: string;
  type: string;
  base64: string;
}

/** Which picture an article shows at an address, or why it is not kept. */
export interface BackupPictureJob {
  articleId: string;
  url: string;
  state: 'pending' | 'kept' | 'refused';
  reason: PictureProblem | null;
  hash: string | null;
  queuedAt: number;
  attempts: number;
  /** False when only an older text shows it. */
  shown?: boolean;
  /** Size in bytes once kept. */
  bytes?: number;
  /** What the page showed, in pixels. */
  size?: PictureSize;
}

/** A line of a backup that could be read. */
export type BackupLine =
  | { kind: 'header'; version: number; createdAt: number }
  | { kind: 'item'; item: BackupItem }
  | { kind: 'copy'; copy: BackupCopy }
  | { kind: 'highlight'; highlight: Highlight }
  | { kind: 'picture'; picture: BackupPicture }
  | { kind: 'pictureJob'; job: BackupPictureJob }
  | { kind: 'settings'; settings: unknown }
  | { kind: 'end'; lines: number }
  | RefusedLine;

/** A line that is not restored. `detail` is for those who look into the file. */
export interface RefusedLine {
  kind: 'refused';
  title: string;
  code: BackupRefusal;
  detail: string;
}

/**
 * An id that goes into messages and addresses. With any other, such as one of a thousand characters or half a character,
 * an item could be neither opened nor deleted.
 */
const ID = pipe(string(), regex(/^[ -~]{1,200}$/));
const parseIdentified = parseWith(object({ id: ID }));
/** More libraries than anybody exchanges backups with. A list of more is dropped: it would stay in the library for good. */
const MOST_OTHER_IDS = 1000;

/** Only pages of these can be saved: a `javascript:` address in a file is an attack. */
const SAFE_ADDRESS = pipe(string(), regex(/^(?:https?|file):/i));

/**
 * The latest time that counts as one. A number beyond what `Date` holds has no day to be shown with: one such item
 * would keep the whole list from being drawn. Nor is one a time that is so large that adding to it changes nothing.
 */
export const LATEST = Date.UTC(10_000, 0);
const TIME = pipe(number(), minValue(-LATEST), maxValue(LATEST));

const parseHeader = parseWith(object({ format: string(), version: number(), createdAt: fallback(TIME, 0) }));
const parseSafe = parseWith(object({ metadata: object({ url: SAFE_ADDRESS }) }));
const parseSaved = parseWith(SAVED_ARTICLE_SCHEMA);
const dated = object({ at: TIME });
/** Fields that are a time, by their names, and those that have one in them. */
type TimeField = {
  [Key in keyof SavedMetadata]-?: Key extends `${string}At`
    ? Key
    : NonNullable<SavedMetadata[Key]> extends { at: number }
      ? Key
      : never;
}[keyof SavedMetadata];
/** Reads the times of a list entry, as `{ metadata }`; null where one is beyond what counts as a time. */
export const parseTimes = parseWith(
  object({
    metadata: object({
      ...{ savedAt: TIME, updatedAt: TIME, movedAt: TIME, openedAt: nullable(TIME) },
      ...{ position: nullable(dated), hidden: exactOptional(dated), fetched: exactOptional(dated) },
    } satisfies Record<TimeField, unknown>),
  }),
);
const parseExtras = parseWith(
  object({
    ...{ aliases: fallback(array(string()), []), tagsAt: fallback(TIME, 0), favouriteAt: fallback(TIME, 0) },
    otherIds: exactOptional(fallback(pipe(array(ID), maxLength(MOST_OTHER_IDS)), [])),
  }),
);
const parseHighlightTimes = parseWith(object({ createdAt: TIME, changedAt: TIME, noteAt: exactOptional(TIME) }));
const parseCopy = parseWith(
  object({
    articleId: string(),
    keptAt: TIME,
    why: picklist(COPY_REASONS),
    article: ARTICLE_SCHEMA,
  }),
);
const HASH = pipe(string(), regex(/^[\da-f]{64}$/));
/** Types that are shown; anything else is no picture. */
const PICTURE_TYPE = pipe(string(), regex(/^image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)$/));
const parsePicture = parseWith<BackupPicture>(object({ hash: HASH, type: PICTURE_TYPE, base64: string() }));
const parsePictureJob = parseWith<BackupPictureJob>(
  object({
    articleId: string(),
    url: pipe(string(), regex(/^(?:https?|blob):/i)),
    state: picklist(['pending', 'kept', 'refused']),
    reason: fallback(nullable(picklist(PICTURE_PROBLEMS)), 'refused'),
    hash: nullable(HASH),
    queuedAt: TIME,
    attempts: number(),
    shown: exactOptional(boolean()),
    bytes: exactOptional(number()),
    size: exactOptional(object({ width: number(), height: number() })),
  }),
);
const parseEnd = parseWith(object({ lines: number(), complete: exactOptional(boolean()) }));

/** Reads a highlight as a restore takes it, which has times in it; null when it is none. */
export const parseTimedHighlight = (value: unknown): Highlight | null =>
  parseHighlightTimes(value) && parseHighlight(value);

/** Reads one line. Whatever is wrong with it, it alone is refused; unknown keys are dropped. */
export function parseBackupLine(line: string): BackupLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return damaged('', error instanceof RangeError ? 'nested too deeply' : 'not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return damaged('', 'not a record');
  return readRecord(asRecord(value));
}

/** Whether a restore would take what is written as a line. */
export const isRestorable = (line: Record<string, unknown>): boolean => readRecord(line).kind !== 'refused';

function readRecord(record: Record<string, unknown>): BackupLine {
  if ('item' in record) return parseItem(record['item']);
  if ('copy' in record) return orRefused(parseCopy(record['copy']), (copy) => ({ kind: 'copy', copy }), 'copy');
  if ('highlight' in record) {
    return orRefused(
      parseIdentified(record['highlight']) && parseTimedHighlight(record['highlight']),
      (parsed) => ({ kind: 'highlight', highlight: parsed }),
      'highlight',
    );
  }
  if ('picture' in record) {
    return orRefused(parsePicture(record['picture']), (picture) => ({ kind: 'picture', picture }), 'picture');
  }
  if ('pictureJob' in record) {
    return orRefused(parsePictureJob(record['pictureJob']), (job) => ({ kind: 'pictureJob', job }), 'picture job');
  }
  if ('settings' in record) return { kind: 'settings', settings: record['settings'] };
  if ('end' in record) return orRefused(parseEnd(record['end']), ({ lines }) => ({ kind: 'end', lines }), 'end');
  const header = parseHeader(record);
  if (header?.format === BACKUP_FORMAT) return { kind: 'header', version: header.version, createdAt: header.createdAt };
  return { kind: 'refused', title: '', code: 'record-unknown', detail: Object.keys(record).join(', ').slice(0, 200) };
}

function parseItem(value: unknown): BackupLine {
  const saved = parseSaved(value);
  const extras = parseExtras(value);
  if (!saved || !extras || !parseTimes(value) || !parseIdentified(saved.metadata))
    return damaged(titleOf(value), 'a field is missing or damaged');
  const { title, url } = saved.metadata;
  if (!parseSafe(value)) return { kind: 'refused', title, code: 'record-address', detail: url.slice(0, 200) };
  const isWhole = saved.metadata.kind === 'link' || saved.article !== null;
  if (!isWhole) return damaged(title, 'the text is missing');
  const metadata = { ...saved.metadata, title: title || url, tags: usableTags(saved.metadata.tags) };
  return { kind: 'item', item: { ...saved, ...extras, metadata } };
}

/**
 * The tags as messages and addresses can carry them: without half characters, none empty, and none that is too long to be
 * taken away again.
 */
function usableTags(tags: readonly string[]): string[] {
  const whole = tags.map((tag) =>
    tag
      .slice(0, LONGEST_TAG)
      .replace(/[\ud800-\udfff]/gu, '\ufffd')
      .trim(),
  );
  return joinTags(
    [],
    whole.filter((tag) => tag !== ''),
  );
}

function orRefused<T>(parsed: T | null, line: (value: T) => BackupLine, what: string): BackupLine {
  return parsed ? line(parsed) : damaged('', `damaged ${what}`);
}

const damaged = (title: string, detail: string): RefusedLine => ({
  kind: 'refused',
  ...{ title, code: 'record-damaged', detail },
});

function titleOf(value: unknown): string {
  const { title } = asRecord(asRecord(value)['metadata']);
  return typeof title === 'string' ? title.slice(0, 200) : '';
}
