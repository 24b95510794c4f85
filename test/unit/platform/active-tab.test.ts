import { beforeEach, expect, test, vi } from 'vitest';
import { FakeEvent } from '../fakes/fake-event.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
const { closeOwnTab, isTabLoading, watchTab } = await import('../../../src/platform/active-tab.ts');

const onUpdated = new FakeEvent<[number, { url?: string; status?: string; title?: string }]>();
const onRemoved = new FakeEvent<[number]>();
const remove = vi.fn(async (_id: number) => undefined);
let own: { id?: number } | undefined;
let status = 'complete';

async function get(id: number) {
  if (id !== 7) throw new Error('No tab with this id');
  return { id, status };
}

beforeEach(() => {
  api.browser = { tabs: { onUpdated, onRemoved, remove, get, getCurrent: async () => own } };
  remove.mockClear();
});

test('a watched tab tells of a new address, of loading and of its end, and no other tab and nothing else does', () => {
  const moved = vi.fn();
  const end = new AbortController();
  watchTab(7, moved, end.signal);
  onUpdated.fire(8, { url: 'https://news.example/b', status: 'loading' });
  onRemoved.fire(8);
  onUpdated.fire(7, { title: 'One more message' });
  expect(moved).not.toHaveBeenCalled();
  onUpdated.fire(7, { url: 'https://news.example/b' });
  onUpdated.fire(7, { status: 'loading' });
  onRemoved.fire(7);
  expect(moved).toHaveBeenCalledTimes(3);
  end.abort();
  onUpdated.fire(7, { status: 'loading' });
  onRemoved.fire(7);
  expect(moved).toHaveBeenCalledTimes(3);
});

test('a tab is loading until its page has come, and one that was closed is not', async () => {
  status = 'loading';
  expect(await isTabLoading(7)).toBe(true);
  expect(await isTabLoading(8)).toBe(false);
  status = 'complete';
  expect(await isTabLoading(7)).toBe(false);
});

test('a page of Recto closes its own tab, and none where it is in no tab', async () => {
  own = { id: 0 };
  await closeOwnTab();
  expect(remove.mock.calls).toEqual([[0]]);
  own = undefined;
  await closeOwnTab();
  expect(remove).toHaveBeenCalledOnce();
});
