import { beforeEach, expect, test, vi } from 'vitest';
import type { LibraryConnection } from '../../../../src/storage/library-connection.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { fakeLocks } from '../../fakes/fake-locks.ts';

const api = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock('../../../../src/platform/browser.ts', () => api);
vi.mock('../../../../src/library/fetching/follow-fetch-run.ts', () => ({
  followFetchRun: () => ({ settle: async () => undefined, countLeft: async () => undefined }),
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
