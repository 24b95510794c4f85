import { check, type GenericSchema, nullable, object, picklist, pipe, string } from 'valibot';
import { COUNT_SCHEMA } from './parsing/parse-with.ts';

/** Text direction of an article, as for the HTML `dir` attribute. */
type TextDirection = 'ltr' | 'rtl';

/**
 * One article as read from a page: plain data that crosses messages and goes into storage.
 *
 * `html` has been through extraction but must be treated as hostile: it is sanitised on every render.
 */
export interface Article {
  /** Address of the page the article was read from, as the tab shows it, fragment included. */
  url: string;
  /** What the page claims to be its address. Kept for information; never used for identity. */
  canonicalUrl: string | null;
  /** Title without the site's name. Never empty: falls back to the address's last segment or host. */
  title: string;
  byline: string | null;
  siteName: string | null;
  /** ISO 8601 date or date-time with offset (`2022-08-06`, `2022-08-06T10:19:00+08:00`). */
  publishedTime: string | null;
  /** BCP 47 tag: declared by the page when plausible, else detected (`zh-Hans`, `en-GB`). */
  lang: string | null;
  dir: TextDirection;
  /** One or two sentences, plain text. */
  excerpt: string | null;
  /** Address of the lead picture, when the body does not already show it. */
  leadImage: string | null;
  /** Source and editor lines that belong to the article but not to its body, joined by line breaks. */
  attribution: string | null;
  /** The body as an HTML fragment with absolute addresses. */
  html: string;
  /** Text of the body with a line break at every block boundary. */
  text: string;
  /** Words of the body; for Han and Kana, characters (see `countWords`). */
  wordCount: number;
  /** Whole minutes, at least 1. */
  readingMinutes: number;
  /** Hash of `title` and `text`, to tell whether a page has changed since it was saved. */
  contentHash: string;
}

/**
 * Characters. Less text is a teaser, an error page, or a page that scripts would fill: where nobody has looked at it, its
 * page stays a link.
 */
export const SHORTEST_TEXT = 200;

const text = nullable(string());

/** The shape of an article. Says nothing about `html`, which stays hostile until it is sanitised on render. */
export const ARTICLE_SCHEMA = object({
  url: pipe(
    string(),
    check((address) => URL.canParse(address)),
  ),
  canonicalUrl: text,
  title: pipe(
    string(),
    check((title) => title !== ''),
  ),
  byline: text,
  siteName: text,
  publishedTime: text,
  lang: text,
  dir: picklist(['ltr', 'rtl']),
  excerpt: text,
  leadImage: text,
  attribution: text,
  html: string(),
  text: string(),
  wordCount: COUNT_SCHEMA,
  readingMinutes: pipe(
    COUNT_SCHEMA,
    check((minutes) => minutes >= 1),
  ),
  contentHash: string(),
}) satisfies GenericSchema<unknown, Article>;
