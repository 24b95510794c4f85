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
import { parseWith } from './parsing/parse-with.ts';

/**
 * What a person wants that needs access to sites. It is stored before the browser is asked, because the answer may come
 * when the page that asked has gone, and it is carried out once access is granted (`permissions.onAdded`).
 *
 * `origins` are match patterns for http and https. `always-open` always opens the pages of one site in the reader.
 * `keep-pictures` fetches the pictures of a saved article that its page did not give; `urls` may name pictures that
 * only an older text shows. `fetch-articles` fetches the pages of saved links.
 */
export type PermissionWish =
  | { kind: 'always-open'; origins: string[] }
  | { kind: 'keep-pictures'; origins: string[]; articleId: string; urls?: string[] }
  | { kind: 'fetch-articles'; origins: string[] };

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
