import { RectoError } from '../model/recto-error.ts';

/** Whether something failed because the browser, or a newer Recto, has closed the connection it was done on. */
export function isClosed(thrown: unknown): boolean {
  const cause = thrown instanceof RectoError ? thrown.cause : thrown;
  return cause instanceof Error && cause.name === 'InvalidStateError';
}
