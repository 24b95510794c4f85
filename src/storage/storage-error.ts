import type { ErrorCode } from '../model/errors/error-code.ts';
import { RectoError } from '../model/errors/recto-error.ts';

const CODE_BY_NAME: Record<string, ErrorCode> = {
  QuotaExceededError: 'quota',
  /** The stored version is higher than ours: a newer Recto was here. */
  VersionError: 'storage-newer',
  SecurityError: 'storage-private',
};

/** Translates what IndexedDB throws into Recto's codes; anything unknown is `storage-unavailable`. */
export function storageError(thrown: unknown): RectoError {
  if (thrown instanceof RectoError) return thrown;
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  const message =
    thrown instanceof Error || thrown instanceof DOMException ? `${name}: ${thrown.message}` : String(thrown);
  return new RectoError(CODE_BY_NAME[name] ?? 'storage-unavailable', message, { cause: thrown });
}

/** Whether something failed because the browser, or a newer Recto, has closed its connection. */
export function isClosed(thrown: unknown): boolean {
  const cause = thrown instanceof RectoError ? thrown.cause : thrown;
  return cause instanceof Error && cause.name === 'InvalidStateError';
}
