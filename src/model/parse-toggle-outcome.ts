import { boolean, type GenericSchema, literal, object, picklist, string, variant } from 'valibot';
import { ERROR_CODES } from './error-code.ts';
import type { ToggleOutcome } from './overlay-control.ts';
import { parseWith } from './parse-with.ts';

const OUTCOME_SCHEMA = variant('ok', [
  object({ ok: literal(true), open: boolean() }),
  object({ ok: literal(false), error: object({ code: picklist(ERROR_CODES), message: string() }) }),
]) satisfies GenericSchema<unknown, ToggleOutcome>;

/** Reads what the overlay script gave; null when it is something else. */
export const parseToggleOutcome = parseWith(OUTCOME_SCHEMA);
