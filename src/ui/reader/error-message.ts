import type { ErrorCode } from '../../model/error-code.ts';
import { errorKeys } from '../../model/error-keys.ts';
import type { Translate } from '../../model/message-key.ts';

/** The sentence of an error and what to do next, in the interface language. */
export function errorMessage(code: ErrorCode, translate: Translate): { what: string; next: string } {
  const { what, next } = errorKeys(code);
  return { what: translate(what), next: translate(next) };
}
