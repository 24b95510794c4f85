import { asRecord } from '../parsing/as-record.ts';
import { ERROR_CODES } from './error-code.ts';
import { RectoError } from './recto-error.ts';

/** Makes any thrown value a `RectoError`; values that carry a known `code` keep it. */
export function asRectoError(thrown: unknown): RectoError {
  if (thrown instanceof RectoError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const { code } = asRecord(thrown);
  return new RectoError(ERROR_CODES.find((known) => known === code) ?? 'unexpected', message, { cause: thrown });
}
