import { latestOnly } from './latest-only.ts';

/**
 * Gives a function that asks a question, to be called whenever the answer may have changed. Storage may answer two
 * questions in reverse order, so `take` and `fail` are called for the last one only, and not at all once `signal` is
 * aborted. Without `fail`, a failure leaves the earlier answer in place.
 */
export function takeLatest<Answer>(
  ask: () => Promise<Answer>,
  take: (answer: Answer) => void,
  signal: AbortSignal,
  fail: (thrown: unknown) => void = () => undefined,
): () => void {
  const begin = latestOnly(signal);
  return () => {
    const isLatest = begin();
    void ask().then(
      (answer) => isLatest() && take(answer),
      (thrown) => isLatest() && fail(thrown),
    );
  };
}
