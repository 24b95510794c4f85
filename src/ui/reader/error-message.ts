import type { ErrorCode } from '../../model/error-code.ts';
import type { MessageKey, Translate } from '../../model/message-key.ts';

/** The sentence of an error and what to do next, in the interface language. */
export function errorMessage(code: ErrorCode, translate: Translate): { what: string; next: string } {
  const name = code.replaceAll('-', '_');
  return { what: translate(`error_${name}` as MessageKey), next: translate(`errorNext_${name}` as MessageKey) };
}
