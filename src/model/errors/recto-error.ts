import type { ErrorCode } from './error-code.ts';

/** An error with a code the interface can put in words. `message` is detail for a bug report, in English. */
export class RectoError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string = code, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RectoError';
    this.code = code;
  }
}
