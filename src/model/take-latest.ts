import { latestOnly } from './latest-only.ts';

/**
 * Gives what asks a question, to be called whenever its answer may have changed. Storage may answer two questions in the
 * other order: `take` and `fail` hear of the last one alone, and of none once `signal` is aborted. Without `fail`, what was
 * taken before stands where there is no answer.
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
