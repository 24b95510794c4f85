import { beforeEach, expect, test, vi } from 'vitest';
import type { FetchRun } from '../../../../src/platform/fetch-run.ts';
import type { LibraryConnection } from '../../../../src/storage/library-connection.ts';

let run: FetchRun | null;
/** Answers to the question how many links are left, each held until a test gives it. */
let counts: ((left?: string[]) => void)[];
const workOffLinks = vi.fn(async () => ({ unanswered: [], refused: false }));

vi.mock('../../../../src/platform/browser.ts', () => ({ browser: {} }));
vi.mock('../../../../src/platform/fetch-run.ts', () => ({
  readFetchRun: async () => run,
  keepFetchRun: async () => undefined,
}));
vi.mock('../../../../src/platform/host-access.ts', () => ({ hasAccess: async () => true }));
vi.mock('../../../../src/storage/fetching/read-unfetched.ts', () => ({
  readUnfetched: () => new Promise((resolve) => counts.push((left = ['l1']) => resolve(left))),
}));
vi.mock('../../../../src/library/fetching/work-off-links.ts', () => ({ workOffLinks }));
vi.stubGlobal('navigator', {
  locks: { request: async (_name: string, _options: unknown, work: () => Promise<void>) => work() },
});
const { fetchStanding } = await import('../../../../src/library/fetching/fetch-standing.ts');
const { followFetchRun } = await import('../../../../src/library/fetching/follow-fetch-run.ts');

beforeEach(() => {
  run = { startedAt: 1, paused: false };
  counts = [];
  workOffLinks.mockClear();
});

for (const [press, next, phase] of [
  ['ended', null, 'off'],
  ['paused', { startedAt: 1, paused: true }, 'paused'],
] as const) {
  test(`a run that is ${press} while its links are still being counted fetches nothing`, async () => {
    const standing = fetchStanding();
    const { settle } = followFetchRun({ database: async () => ({}) } as LibraryConnection, standing);
    void settle();
    await vi.waitFor(() => expect(counts).toHaveLength(1));
    run = next;
    const changed = settle();
    if (next) await vi.waitFor(() => expect(counts).toHaveLength(2));
    else await changed;
    for (const answer of counts.toReversed()) answer();
    await new Promise(setImmediate);
    expect(workOffLinks).not.toHaveBeenCalled();
    expect(standing.status().phase).toBe(phase);
  });
}

test('a late answer to an earlier question does not replace the newer count of links left', async () => {
  const standing = fetchStanding();
  const { countLeft } = followFetchRun({ database: async () => ({}) } as LibraryConnection, standing);
  const counted = [countLeft(), countLeft()];
  await vi.waitFor(() => expect(counts).toHaveLength(2));
  counts[1]?.(['l1', 'l2']);
  await counted[1];
  counts[0]?.([]);
  await counted[0];
  expect(standing.status().left).toBe(2);
});
