import { beforeEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import type { FetchRun } from '../../../../src/platform/fetch-run.ts';
import type { LibraryConnection } from '../../../../src/storage/library-connection.ts';
import { fakeLocks } from '../../fakes/fake-locks.ts';

interface Work {
  options: { startedAt: number; signal: AbortSignal; onSettled(isKept: boolean): void };
  end(report: { unanswered: string[]; refused: boolean }): void;
  fail(why: unknown): void;
}
const DONE = { unanswered: [], refused: false };

let run: FetchRun | null;
let isAllowed: boolean;
let left: string[];
/** Each working off of the links, under way until a test ends it. */
let works: Work[];
const keepFetchRun = vi.fn(async (next: FetchRun | null) => {
  run = next;
});
vi.mock('../../../../src/platform/browser.ts', () => ({ browser: {} }));
vi.mock('../../../../src/platform/fetch-run.ts', () => ({
  readFetchRun: async () => run,
  keepFetchRun: (next: FetchRun | null) => keepFetchRun(next),
}));
vi.mock('../../../../src/platform/host-access.ts', () => ({ hasAccess: async () => isAllowed }));
vi.mock('../../../../src/storage/fetching/read-unfetched.ts', () => ({ readUnfetched: async () => left }));
vi.mock('../../../../src/library/fetching/work-off-links.ts', () => ({
  workOffLinks: (_connection: unknown, options: Work['options']) =>
    new Promise((end, fail) => works.push({ options, end, fail })),
}));
const { fetchStanding } = await import('../../../../src/library/fetching/fetch-standing.ts');
const { followFetchRun } = await import('../../../../src/library/fetching/follow-fetch-run.ts');

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  run = { startedAt: 5, paused: false };
  isAllowed = true;
  left = ['l1', 'l2'];
  works = [];
  keepFetchRun.mockClear();
});

/** Follows the run until links are being fetched. */
async function begun() {
  const standing = fetchStanding();
  const { settle } = followFetchRun({ database: async () => ({}) } as LibraryConnection, standing);
  void settle();
  await vi.waitFor(() => expect(standing.status().phase).toBe('running'));
  return { standing, settle, phase: () => standing.status().phase };
}

test('a run reports its progress, works once however often it is watched, and ends when all is fetched', async () => {
  const { standing, settle, phase } = await begun();
  await settle();
  expect(works).toHaveLength(1);
  expect(works[0]?.options.startedAt).toBe(5);
  expect(standing.status()).toEqual({ phase: 'running', left: 2, done: 0, kept: 0, error: null });
  works[0]?.options.onSettled(true);
  expect(standing.status()).toMatchObject({ left: 1, done: 1, kept: 1 });
  left = [];
  works[0]?.end(DONE);
  await vi.waitFor(() => expect(run).toBeNull());
  await settle();
  expect([phase(), standing.status().left]).toEqual(['off', 0]);
});

test.each([
  ['unanswered', { unanswered: ['l1'], refused: false }],
  ['no-access', { unanswered: [], refused: true }],
])('a run that ends as %s is kept, and continues when it is tried again', async (told, report) => {
  const { settle, phase } = await begun();
  works[0]?.end(report);
  await vi.waitFor(() => expect(phase()).toBe(told));
  expect(keepFetchRun).not.toHaveBeenCalled();
  void settle();
  await vi.waitFor(() => expect([phase(), works.length]).toEqual(['running', 2]));
});

test('a run that fails says why, until it is tried again', async () => {
  const { standing, settle, phase } = await begun();
  works[0]?.fail(new RectoError('storage-unavailable'));
  await vi.waitFor(() =>
    expect(standing.status()).toMatchObject({ phase: 'failed', error: { code: 'storage-unavailable' } }),
  );
  void settle();
  await vi.waitFor(() => expect([phase(), works.length]).toEqual(['running', 2]));
  expect(standing.status().error).toBeNull();
});

test('a paused run ends after the pages under way and stays paused; resuming waits for them', async () => {
  const { settle, phase } = await begun();
  run = { startedAt: 5, paused: true };
  await settle();
  expect([phase(), works[0]?.options.signal.aborted]).toEqual(['paused', true]);
  run = { startedAt: 5, paused: false };
  void settle();
  await vi.waitFor(() => expect(phase()).toBe('waiting'));
  works[0]?.end(DONE);
  await vi.waitFor(() => expect([phase(), works.length]).toEqual(['running', 2]));
  expect(keepFetchRun).not.toHaveBeenCalled();
});

test('pages before and after a pause are counted together, and a later run begins at zero', async () => {
  const { standing, settle, phase } = await begun();
  for (const isKept of [true, false]) works[0]?.options.onSettled(isKept);
  run = { startedAt: 5, paused: true };
  await settle();
  works[0]?.end(DONE);
  run = { startedAt: 5, paused: false };
  void settle();
  await vi.waitFor(() => expect(works).toHaveLength(2));
  works[1]?.options.onSettled(true);
  works[1]?.end(DONE);
  await vi.waitFor(() => expect(run).toBeNull());
  await settle();
  expect(standing.status()).toMatchObject({ phase: 'off', done: 3, kept: 2 });
  // Another window may work that one off.
  run = { startedAt: 6, paused: true };
  await settle();
  expect([phase(), standing.status().done, standing.status().kept]).toEqual(['paused', 0, 0]);
});

test('without access to all sites nothing is fetched, and the missing access is reported', async () => {
  isAllowed = false;
  const standing = fetchStanding();
  await followFetchRun({ database: async () => ({}) } as LibraryConnection, standing).settle();
  expect([standing.status().phase, works.length]).toEqual(['no-access', 0]);
});

test('when access is revoked no further page is requested, and when it is granted again the run continues', async () => {
  const { settle, phase } = await begun();
  isAllowed = false;
  await settle();
  expect([phase(), works[0]?.options.signal.aborted]).toEqual(['no-access', true]);
  isAllowed = true;
  void settle();
  works[0]?.end(DONE);
  await vi.waitFor(() => expect([phase(), works.length]).toEqual(['running', 2]));
  expect(keepFetchRun).not.toHaveBeenCalled();
});

test.each([
  ['is paused', { startedAt: 5, paused: true }, true],
  ['may not ask any more', { startedAt: 5, paused: false }, false],
])('a run that %s while its last page is under way is over once that has its outcome', async (_, next, allowed) => {
  const { settle, phase } = await begun();
  left = ['l2'];
  run = next;
  isAllowed = allowed;
  await settle();
  works[0]?.options.onSettled(true);
  left = [];
  works[0]?.end({ unanswered: [], refused: !allowed });
  await vi.waitFor(() => expect(run).toBeNull());
  await settle();
  expect(phase()).toBe('off');
});

test.each([
  ['paused', true],
  ['missing access', false],
])('a run that is %s and whose links were deleted meanwhile is over', async (_, allowed) => {
  run = { startedAt: 5, paused: allowed };
  isAllowed = allowed;
  const standing = fetchStanding();
  const { settle } = followFetchRun({ database: async () => ({}) } as LibraryConnection, standing);
  await settle();
  expect([standing.status().phase, run]).toEqual([allowed ? 'paused' : 'no-access', { startedAt: 5, paused: allowed }]);
  left = [];
  await settle();
  expect(run).toBeNull();
  await settle();
  expect([standing.status().phase, works.length]).toEqual(['off', 0]);
});
