import { type GenericSchema, literal, object, picklist, string, variant } from 'valibot';
import { ARTICLE_SCHEMA } from './article-schema.ts';
import { ERROR_CODES } from './error-code.ts';
import type { ExtractionOutcome } from './extraction-outcome.ts';
import { parseWith } from './parse-with.ts';

const OUTCOME_SCHEMA = variant('ok', [
  object({ ok: literal(true), article: ARTICLE_SCHEMA }),
  object({ ok: literal(false), error: object({ code: picklist(ERROR_CODES), message: string() }) }),
]) satisfies GenericSchema<unknown, ExtractionOutcome>;

/** Reads what a page's extraction script gave; null when it is something else. */
export const parseExtractionOutcome = parseWith(OUTCOME_SCHEMA);
