import { latestOnly } from './latest-only.ts';

/**
 * Gives a function that asks a question, to be called whenever the answer may have changed. Storage may answer two
 * questions in the other order: `take` and `fail` hear of the last one only, and of none once `signal` is aborted.
 * Without `fail`, a failure leaves the earlier answer.
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
