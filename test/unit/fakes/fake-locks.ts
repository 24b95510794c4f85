/** Web Locks of one name each, as all windows share them: whoever asks waits for who asked before. */
export function fakeLocks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request<T>(name: string, ...rest: unknown[]): Promise<T> {
      const work = rest.at(-1) as () => Promise<T>;
      const mine = (last.get(name) ?? Promise.resolve()).then(work);
      last.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };
}
