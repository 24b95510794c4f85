import type { ErrorCode } from '../model/error-code.ts';
import { RectoError } from '../model/recto-error.ts';

/**
 * Gives what `work` gives, or throws `timeout`, or another `code`, when that takes longer. The work itself is not
 * stopped. `what` names it in the message.
 */
export async function withinDeadline<T>(
  work: Promise<T>,
  milliseconds: number,
  code: ErrorCode = 'timeout',
  what = 'page',
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new RectoError(code, `${what}: no answer within ${milliseconds} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
