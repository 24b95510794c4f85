import type { ErrorCode } from '../model/errors/error-code.ts';
import { RectoError } from '../model/errors/recto-error.ts';

/**
 * Gives what `work` gives, or throws `timeout`, or another `code`, when that takes longer. The work itself is not
 * stopped.
 */
export async function withinDeadline<T>(
  work: Promise<T>,
  milliseconds: number,
  code: ErrorCode = 'timeout',
  message = 'no answer in time',
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new RectoError(code, message)), milliseconds);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
