import type { Article } from './article.ts';
import type { ErrorCode } from './error-code.ts';

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

/** A page that stands in no tab: its document, the address it was fetched from, and where its relative links start. */
export interface LoosePage {
  document: Document;
  url: string;
  base: string;
}

/** What reading a page gives. Errors cross from page to popup as data, since thrown values lose their class on the way. */
export type ExtractionOutcome =
  | { ok: true; article: Article }
  | { ok: false; error: { code: ErrorCode; message: string } };

/** What `extract.iife.ts` defines as `globalThis.rectoExtraction` in the isolated world of a page. */
export interface RectoExtraction {
  /** Reads the page the script is in, or another. */
  read(options?: ReadOptions & { page?: LoosePage }): Promise<ExtractionOutcome>;
}

declare global {
  var rectoExtraction: RectoExtraction | undefined;
}
