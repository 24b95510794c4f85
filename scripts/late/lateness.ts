/** What `npm run browsers:late` can make late, each in a build of its own. */
export const LATENESS = ['effects', 'storage', 'messages'] as const;

export type Lateness = (typeof LATENESS)[number];

/** Waits for so many milliseconds, evenly spread between the two. */
export const nap = (from: number, to: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, from + Math.random() * (to - from)));

/**
 * Lets callers with the same key go on late and in the order of their calls, as with what a browser does in order:
 * messages of one document, scripts for one tab, writes of one storage.
 */
export function lateInOrder<Key>(from: number, to: number): (key: Key) => Promise<void> {
  const last = new Map<Key, Promise<void>>();
  return (key) => {
    const turn = Promise.all([nap(from, to), last.get(key)]).then(() => undefined);
    last.set(key, turn);
    return turn;
  };
}
