import { boolean, type GenericSchema, literal, object, picklist, string, variant } from 'valibot';
import { ERROR_CODES, type ErrorCode } from './errors/error-code.ts';
import type { ExtractionOutcome } from './extraction-outcome.ts';
import { parseWith } from './parsing/parse-with.ts';

/** What a toggle led to. `open` tells what the page shows now. */
export type ToggleOutcome = { ok: true; open: boolean } | { ok: false; error: { code: ErrorCode; message: string } };

/** What `overlay.iife.tsx` defines as `globalThis.rectoOverlay` in the isolated world of a page. */
export interface RectoOverlay {
  /**
   * Opens the reader over the page, or closes it if it is open. A failure that is returned is one that the overlay does
   * not show itself, so the caller has to. With `onlyArticle` that is any page that is no article, and nothing is
   * shown. With `pick` the person first picks the article on the page. Never throws.
   */
  toggle(options?: { onlyArticle?: boolean; pick?: boolean }): Promise<ToggleOutcome>;
  isOpen(): boolean;
  /**
   * The article that is shown, with what the person added to it, in place of a reading of the page: the popup over full
   * view shows and saves the same. Null while there is none, and once the page has gone elsewhere.
   */
  shown?(): ExtractionOutcome | null;
  /** Saves the article that is shown, as its Save control does, and gives true; undefined while there is none, or no overlay. */
  save?(): true | undefined;
  /** The modal dialog, null while there is none: a notice outside it could be neither clicked nor heard. */
  dialog?(): HTMLElement | null;
}

declare global {
  var rectoOverlay: RectoOverlay | undefined;
}

const OUTCOME_SCHEMA = variant('ok', [
  object({ ok: literal(true), open: boolean() }),
  object({ ok: literal(false), error: object({ code: picklist(ERROR_CODES), message: string() }) }),
]) satisfies GenericSchema<unknown, ToggleOutcome>;

/** Reads what the overlay script gave; null when it is something else. */
export const parseToggleOutcome = parseWith(OUTCOME_SCHEMA);
