import { useEffect, useState } from 'preact/hooks';
import { asRectoError } from '../model/as-recto-error.ts';
import type { RectoError } from '../model/recto-error.ts';

/** Why the last thing that leads out did not; forgotten once something else is told of the page. */
export function useFailure(told: readonly unknown[]): [RectoError | null, fail: (thrown: unknown) => void, () => void] {
  const [failure, setFailure] = useState<RectoError | null>(null);
  useEffect(() => {
    if (told.some(Boolean)) setFailure(null);
  }, told);
  return [failure, (thrown) => setFailure(asRectoError(thrown)), () => setFailure(null)];
}
