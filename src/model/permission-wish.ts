import {
  array,
  exactOptional,
  type GenericSchema,
  literal,
  maxLength,
  minLength,
  object,
  pipe,
  regex,
  string,
  variant,
} from 'valibot';
import { parseWith } from './parse-with.ts';

/**
 * What a person wants that needs access to sites. It is kept before the browser is asked, because the answer may come
 * when whoever asked has gone, and is done once the access is there (`permissions.onAdded`).
 *
 * `origins` are match patterns for http and https. `always-open` opens the reader on the pages of one site by itself;
 * `keep-pictures` fetches the pictures of a saved article that its page did not give, and those at `urls`, which an older
 * text may show alone; `fetch-articles` fetches the pages of saved links.
 */
export type PermissionWish =
  | { kind: 'always-open'; origins: string[] }
  | { kind: 'keep-pictures'; origins: string[]; articleId: string; urls?: string[] }
  | { kind: 'fetch-articles'; origins: string[] };

export type WishKind = PermissionWish['kind'];
export type WishOf<Kind extends WishKind> = Extract<PermissionWish, { kind: Kind }>;

/** A site or all sites; never `<all_urls>`, `file:` or a path. */
const ORIGIN = /^(\*|https?):\/\/(\*|(\*\.)?[^/*]+)\/\*$/;
const MAX_ORIGINS = 200;

const origins = pipe(array(pipe(string(), maxLength(300), regex(ORIGIN))), minLength(1), maxLength(MAX_ORIGINS));

export const WISH_SCHEMA = variant('kind', [
  object({ kind: literal('always-open'), origins }),
  object({
    kind: literal('keep-pictures'),
    origins,
    articleId: pipe(string(), maxLength(200)),
    urls: exactOptional(array(string())),
  }),
  object({ kind: literal('fetch-articles'), origins }),
]) satisfies GenericSchema<unknown, PermissionWish>;

/** Reads a wish from memory; null when it is not one. */
export const parsePermissionWish = parseWith(WISH_SCHEMA);
