import { expect, test, vi } from 'vitest';
import { type FetchJob, type JobResult, runFetches } from '../../../../src/library/fetching/run-fetches.ts';
import { processorTime } from '../../processor-time.ts';

const jobs = (...names: string[]): FetchJob[] => names.map((id) => ({ id, site: `${id.split('/')[0]}.example` }));
const never = new AbortController().signal;

test('several sites are fetched from at once, one page at a time from each', async () => {
  const under = new Map<string, number>();
  let [most, mostOfOne] = [0, 0];
  const onSettled = vi.fn();
  const report = await runFetches({
    jobs: jobs(...'abcdef'.split('').flatMap((site) => [`${site}/1`, `${site}/2`, `${site}/3`])),
    work: async ({ site }) => {
      under.set(site, (under.get(site) ?? 0) + 1);
      most = Math.max(
        most,
        [...under.values()].reduce((sum, count) => sum + count, 0),
      );
      mostOfOne = Math.max(mostOfOne, ...under.values());
      await new Promise((resolve) => setTimeout(resolve));
      under.set(site, (under.get(site) ?? 0) - 1);
      return 'settled';
    },
    onSettled,
    signal: never,
  });
  expect({ most, mostOfOne }).toEqual({ most: 4, mostOfOne: 1 });
  expect(onSettled).toHaveBeenCalledTimes(18);
  expect(report).toEqual({ unanswered: [], refused: false });
});

test('a server that does not answer is tried again while others answer, and reported in the end', async () => {
  const tries = new Map<string, number>();
  const work = async ({ id }: FetchJob): Promise<JobResult> => {
    const count = (tries.get(id) ?? 0) + 1;
    tries.set(id, count);
    if (id === 'dead/1') return 'no-answer';
    return id === 'slow/1' && count === 1 ? 'no-answer' : 'settled';
  };
  const report = await runFetches({
    jobs: jobs('dead/1', 'slow/1', 'live/1'),
    work,
    onSettled: () => undefined,
    signal: never,
  });
  expect(report.unanswered).toEqual(['dead/1']);
  expect(Object.fromEntries(tries)).toEqual({ 'dead/1': 3, 'slow/1': 2, 'live/1': 1 });
});

test('when no server answers there is no connection, and none is tried twice', async () => {
  const work = vi.fn(async (): Promise<JobResult> => 'no-answer');
  const report = await runFetches({ jobs: jobs('a/1', 'b/1'), work, onSettled: () => undefined, signal: never });
  expect(work).toHaveBeenCalledTimes(2);
  expect(report.unanswered).toEqual(['a/1', 'b/1']);
});

test('a paused run ends after the pages under way, and one without access requests nothing more', async () => {
  const end = new AbortController();
  const paused = vi.fn(async (): Promise<JobResult> => {
    end.abort();
    return 'settled';
  });
  const names = Array.from({ length: 20 }, (_unused, at) => `one/${at}`);
  await runFetches({ jobs: jobs(...names), work: paused, onSettled: () => undefined, signal: end.signal });
  expect(paused).toHaveBeenCalledTimes(1);

  const closed = vi.fn(async (): Promise<JobResult> => 'no-access');
  const report = await runFetches({ jobs: jobs(...names), work: closed, onSettled: () => undefined, signal: never });
  expect(closed).toHaveBeenCalledTimes(1);
  expect(report).toEqual({ unanswered: [], refused: true });
});

test('when a write fails nothing more is requested, and it is reported after the pages under way', async () => {
  const under = new Map<string, (end: JobResult | Error) => void>();
  const work = ({ id }: FetchJob) =>
    new Promise<JobResult>((resolve, reject) => {
      under.set(id, (end) => (end instanceof Error ? reject(end) : resolve(end)));
    });
  const end = async (id: string, how: JobResult | Error) => {
    under.get(id)?.(how);
    await new Promise(setImmediate);
  };
  const onSettled = vi.fn();
  const full = new Error('no room');
  let told: unknown = null;
  const run = runFetches({
    jobs: jobs('a/1', 'a/2', 'b/1', 'b/2', 'c/1', 'd/1', 'e/1'),
    work,
    onSettled,
    signal: never,
  });
  const telling = run.catch((thrown) => {
    told = thrown;
  });
  await end('b/1', full);
  await end('a/1', 'kept');
  await end('c/1', 'settled');
  expect(told).toBeNull();
  await end('d/1', 'no-answer');
  await telling;
  expect(told).toBe(full);
  expect([...under.keys()]).toEqual(['a/1', 'b/1', 'c/1', 'd/1']);
  expect(onSettled.mock.calls).toEqual([[true], [false]]);
});

test('a long queue of a single site is worked off in linear time', async () => {
  const ended = AbortSignal.abort();
  const all = Array.from({ length: 50_000 }, (_, at): FetchJob => ({ id: String(at), site: 'a.example' }));
  const start = processorTime();
  await runFetches({ jobs: all, work: async () => 'settled', onSettled: () => undefined, signal: ended });
  expect(processorTime() - start).toBeLessThan(3_000);
});
