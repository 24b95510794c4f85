/**
 * Runs `work` on every input, at most `width` at a time, and gives the results in the order of the inputs. Inputs are
 * taken no further than `8 × width` ahead of what the receiver has taken, so a slow receiver slows the work.
 */
export async function* mapInOrder<In, Out>(
  inputs: AsyncIterable<In> | Iterable<In>,
  width: number,
  work: (input: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const queue: { result: Promise<Out>; settled: boolean }[] = [];
  const running = new Set<Promise<unknown>>();
  for await (const input of inputs) {
    while (running.size >= width) await Promise.race(running);
    const entry = { result: work(input), settled: false };
    const end = entry.result
      .catch(() => {})
      .then(() => {
        entry.settled = true;
        running.delete(end);
      });
    running.add(end);
    queue.push(entry);
    while (queue[0] !== undefined && (queue[0].settled || queue.length >= 8 * width)) {
      const { result } = queue[0];
      yield await result;
      queue.shift();
    }
  }
  for (const { result } of queue) yield await result;
}
