import { ERROR_CODES, type ErrorCode } from './error-code.ts';

/** An error with a code the interface can put in words. `message` is detail for a bug report, in English. */
export class RectoError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string = code, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RectoError';
    this.code = code;
  }

  /** Makes any thrown value a `RectoError`; values that carry a known `code` keep it. */
  static from(thrown: unknown): RectoError {
    if (thrown instanceof RectoError) return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
    return new RectoError(ERROR_CODES.find((known) => known === code) ?? 'unexpected', message, { cause: thrown });
  }
}
