import { beforeEach, expect, test, vi } from 'vitest';
import type { FetchStanding, FetchStatus } from '../../../../src/library/fetching/fetch-standing.ts';
import type { LibraryChange } from '../../../../src/model/library.ts';
import type { LibraryConnection } from '../../../../src/storage/library-connection.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { fakeLocks } from '../../fakes/fake-locks.ts';

const api = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock('../../../../src/platform/browser.ts', () => api);
const settle = vi.fn(async () => undefined);
const countLeft = vi.fn(async () => 1);
let standing: FetchStanding;
let change: (changed: LibraryChange) => void;
vi.mock('../../../../src/platform/library-changes.ts', () => ({
  watchChanges: (onChange: typeof change) => {
    change = onChange;
  },
}));
vi.mock('../../../../src/library/fetching/follow-fetch-run.ts', () => ({
  followFetchRun: (_connection: unknown, told: FetchStanding) => {
    standing = told;
    return { settle, countLeft };
  },
}));
vi.stubGlobal('navigator', { locks: fakeLocks() });
vi.stubGlobal('addEventListener', () => undefined);
const { articleFetching } = await import('../../../../src/library/fetching/article-fetching.ts');
const { keepFetchRun, readFetchRun } = await import('../../../../src/platform/fetch-run.ts');

beforeEach(async () => {
  api.browser = fakeBrowser();
  await keepFetchRun({ startedAt: 1, paused: false });
});

/** Has storage answer what it held when it was asked, the first question last. */
function answerInTheOtherOrder(): void {
  const { local } = api.browser.storage;
  const get = local.get.bind(local);
  vi.spyOn(local, 'get').mockImplementationOnce(async (key) => {
    const found = await get(key);
    for (let turn = 0; turn < 9; turn += 1) await new Promise(setImmediate);
    return found;
  });
}

const opened = () => articleFetching({} as LibraryConnection);

test('fetching that was ended stays ended, although an earlier Pause is answered late', async () => {
  const fetching = opened();
  answerInTheOtherOrder();
  await Promise.all([fetching.pause(), fetching.stop()]);
  expect(await readFetchRun()).toBeNull();
});

test('fetching resumed in one window continues, although an earlier Pause in another is answered late', async () => {
  const [one, other] = [opened(), opened()];
  answerInTheOtherOrder();
  await Promise.all([one.pause(), other.resume()]);
  expect(await readFetchRun()).toEqual({ startedAt: 1, paused: false });
});

test('a pause keeps when the run began, and where there is no run it begins none', async () => {
  const fetching = opened();
  await fetching.pause();
  expect(await readFetchRun()).toEqual({ startedAt: 1, paused: true });
  await fetching.resume();
  expect(await readFetchRun()).toEqual({ startedAt: 1, paused: false });
  await fetching.stop();
  await fetching.pause();
  await fetching.resume();
  expect(await readFetchRun()).toBeNull();
});

test.each<[phase: FetchStatus['phase'], ids: string[] | null, left: number, does: string[]]>([
  ['paused', ['l1'], 1, ['counts']],
  ['paused', ['l1'], 0, ['counts', 'settles']],
  ['paused', null, 0, ['counts', 'settles']],
  ['no-access', ['l1'], 0, ['counts', 'settles']],
  // Settled with links left, it would ask the servers again.
  ['unanswered', ['l1'], 1, ['counts']],
  ['unanswered', ['l1'], 0, ['counts', 'settles']],
  ['failed', ['l1'], 0, ['counts', 'settles']],
  // Each page is a change: counted every time, many would be slow.
  ['running', ['l1'], 0, []],
  ['waiting', ['l1'], 0, []],
  ['off', ['l1'], 0, []],
  ['off', null, 0, ['counts']],
])('a run that is %s, after a change of %j that leaves %i links, %j', async (phase, ids, left, does) => {
  opened();
  standing.tell({ phase });
  const done: string[] = [];
  countLeft.mockImplementation(async () => {
    done.push('counts');
    return left;
  });
  settle.mockImplementation(async () => void done.push('settles'));
  change({ ids });
  await new Promise(setImmediate);
  expect(done).toEqual(does);
});
