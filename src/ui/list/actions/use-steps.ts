import { useCallback, useRef, useState } from 'preact/hooks';

/** How far a change of many items is. */
export interface StepsProgress {
  done: number;
  total: number;
  /** Ends it after the step under way. */
  stop(): void;
}

/** The outcome: the changed items in their order, and what ended the work early; null when nothing did. */
interface Stepped<Item> {
  done: Item[];
  left: Item[];
  error: unknown;
}

export interface Steps {
  /** Null while nothing is being changed, or too little to take time. */
  progress: StepsProgress | null;
  /** Changes items in steps, one after the other, after earlier orders. Never rejects. */
  run<Item>(items: readonly Item[], change: (step: Item[]) => Promise<void>): Promise<Stepped<Item>>;
}

/**
 * Items in one message. The background then answers in time, a save does not wait long, and an open list takes the
 * changes in without being read again completely (`RELOAD_FROM`).
 */
const AT_ONCE = 500;

/** Changes many items in steps, with progress, and can be stopped between two. */
export function useSteps(): Steps {
  const [progress, setProgress] = useState<StepsProgress | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const run = useCallback<Steps['run']>((items, change) => {
    const work = last.current.then(() => workOff(items, change, setProgress)).finally(() => setProgress(null));
    last.current = work;
    return work;
  }, []);
  return { progress, run };
}

async function workOff<Item>(
  items: readonly Item[],
  change: (step: Item[]) => Promise<void>,
  tell: (progress: StepsProgress) => void,
): Promise<Stepped<Item>> {
  const end = new AbortController();
  const total = items.length;
  const outcome = (done: number, error: unknown) => ({ done: items.slice(0, done), left: items.slice(done), error });
  for (let done = 0; done < total; done += AT_ONCE) {
    if (end.signal.aborted) return outcome(done, null);
    if (total > AT_ONCE) tell({ done, total, stop: () => end.abort() });
    try {
      await change(items.slice(done, done + AT_ONCE));
    } catch (thrown) {
      return outcome(done, thrown);
    }
  }
  return outcome(total, null);
}
