import { type GenericSchema, literal, object, picklist, string, variant } from 'valibot';
import { ARTICLE_SCHEMA, type Article } from './article.ts';
import { ERROR_CODES, type ErrorCode } from './errors/error-code.ts';
import { parseWith } from './parsing/parse-with.ts';

/** How a page should be read. */
export interface ReadOptions {
  /** "Show anyway": gives whatever text there is instead of `not-an-article`. */
  force?: boolean;
  /** Selector of the element that the person picked on pages of this site. */
  block?: string;
  /** Sanitise `html` before it is handed over; renderers sanitise again in any case. Needs the sanitising script. */
  sanitised?: boolean;
  /** Reference for relative dates such as "3 hours ago", in milliseconds since 1970; the present by default. */
  now?: number;
}

/** A page outside of any tab: its document, the address it was fetched from, and its base address. */
export interface LoosePage {
  document: Document;
  url: string;
  base: string;
}

/**
 * The outcome of reading a page. Errors go from page to popup as data, since thrown values lose their class on the way.
 */
export type ExtractionOutcome =
  | { ok: true; article: Article }
  | { ok: false; error: { code: ErrorCode; message: string } };

/** What `extract.iife.ts` defines as `globalThis.rectoExtract` in the isolated world of a page. */
export interface RectoExtraction {
  /** Reads the page the script is in, or another. */
  read(options?: ReadOptions & { page?: LoosePage }): Promise<ExtractionOutcome>;
}

declare global {
  var rectoExtract: RectoExtraction | undefined;
}

const OUTCOME_SCHEMA = variant('ok', [
  object({ ok: literal(true), article: ARTICLE_SCHEMA }),
  object({ ok: literal(false), error: object({ code: picklist(ERROR_CODES), message: string() }) }),
]) satisfies GenericSchema<unknown, ExtractionOutcome>;

/** Reads what a page's extraction script gave; null when it is something else. */
export const parseExtractionOutcome = parseWith(OUTCOME_SCHEMA);

/**
 * Reads a page as the person picked on its site, or as Recto chooses where nothing was picked or the page has no such
 * block. `read` gets the options to add to its own.
 */
export async function readAsPicked(
  read: (picked: Pick<ReadOptions, 'block'>) => ExtractionOutcome | Promise<ExtractionOutcome>,
  block: string | null,
): Promise<ExtractionOutcome> {
  const picked = block === null ? null : await read({ block });
  return picked?.ok ? picked : read({});
}
