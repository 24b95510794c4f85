import { exactOptional, type GenericSchema, nullable, number, object, picklist, string } from 'valibot';

/**
 * How Recto's own fetching of a saved link's page ended. Each outcome is a filter, `is:<outcome>` in the search box,
 * with `fetched` for `kept`.
 */
export const FETCH_OUTCOMES = [
  /** Its text is kept; it was read without the person's tab, cookies or scripts. */
  'kept',
  /** Its server says that it is not there any more. */
  'gone',
  /** It shows its text only to those who have signed in, or wants to see a person first. */
  'sign-in',
  /**
   * It is a home page, a file, a video, or a page that scripts would have to fill; or several links lead to one page,
   * as those to a closed site do.
   */
  'not-article',
] as const;
type FetchOutcome = (typeof FETCH_OUTCOMES)[number];

/** An outcome other than the text. */
export type FetchEnd = Exclude<FetchOutcome, 'kept'>;

/** All of these. Written out: a list made by `filter` would be left in each script that knows `FETCH_OUTCOMES`. */
export const FETCH_ENDS = ['gone', 'sign-in', 'not-article'] as const satisfies FetchEnd[];

/** What is known of a link before its page is read; the page says it otherwise. */
export interface LinkBefore {
  url: string;
  title: string;
  byline: string | null;
  publishedTime: string | null;
  lang: string | null;
  excerpt: string | null;
}

/** The outcome as stored with an item. A link without it was not asked for. */
export interface Fetched {
  outcome: FetchOutcome;
  /** Milliseconds since 1970. */
  at: number;
  /**
   * Of a text to which a redirect has led: the link as it was. It is a link again when another link leads to that page.
   */
  link?: LinkBefore;
  /** Of a link that has no text because others lead to the same page: the normalised address of that page. */
  ledTo?: string;
}

export const FETCHED_SCHEMA = object({
  outcome: picklist(FETCH_OUTCOMES),
  at: number(),
  link: exactOptional(
    object({
      ...{ url: string(), title: string(), byline: nullable(string()), publishedTime: nullable(string()) },
      ...{ lang: nullable(string()), excerpt: nullable(string()) },
    }),
  ),
  ledTo: exactOptional(string()),
}) satisfies GenericSchema<unknown, Fetched>;

export const FETCH_END_SCHEMA = picklist(FETCH_ENDS);

/** What a server gave for the address of a link. */
export interface WebPage {
  /** The link's address, and where redirects led from there. */
  asked: string;
  url: string;
  status: number;
  /** Its `Content-Type`; empty when it said none. */
  type: string;
  /** Null unless it is text to be read. */
  body: Blob | null;
}

/** The answer to a request for a link's page. */
export type FetchAnswer =
  | { kind: 'page'; page: WebPage }
  /** Offline, or the server did not answer: worth another try. */
  | { kind: 'no-answer' }
  /** The person has not allowed Recto to ask this site. */
  | { kind: 'no-access' }
  /** There is no link to fetch any more: it was deleted, or has its text. */
  | { kind: 'settled' };

/** Status codes that mean "sign in". Many servers send 403 to anything but a browser with a person. */
const SIGN_IN_STATUS = new Set([401, 402, 403, 407]);
/** Busy or broken for now. */
const LATER_STATUS = new Set([408, 425, 429]);

const SIGN_IN_PATH = /\/(?:log-?in|sign-?in|sso|oauth2?|auth|accounts?\/login|register|subscribe)(?:[/.?]|$)/i;
const HOME_PATH = /^\/(?:index\.\w+|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i;
const READABLE = /^(?:text\/html|application\/xhtml\+xml)\b/i;

/**
 * Judges a page by its server's answer, before it is read: `read` it, ask `later`, or how it ended. A link that now
 * leads to the site's home page is gone: many sites say it so.
 */
export function judgeWebPage({ asked, url, status, type }: WebPage): FetchEnd | 'read' | 'later' {
  if (SIGN_IN_STATUS.has(status)) return 'sign-in';
  if (status >= 500 || LATER_STATUS.has(status)) return 'later';
  // Not found or taken away (404, 410, 451), or no answer to this question.
  if (status < 200 || status >= 300) return 'gone';
  const [from, to] = [pathOf(asked), pathOf(url)];
  if (from !== to) {
    if (SIGN_IN_PATH.test(to) && !SIGN_IN_PATH.test(from)) return 'sign-in';
    if (HOME_PATH.test(to) && !HOME_PATH.test(from)) return 'gone';
  }
  return type === '' || READABLE.test(type) ? 'read' : 'not-article';
}

const pathOf = (address: string): string => (URL.canParse(address) ? new URL(address).pathname : '');
