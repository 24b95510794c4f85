import { afterEach, expect, test, vi } from 'vitest';
import type { LibraryChange } from '../../../src/model/library.ts';
import { announceChange, watchChanges } from '../../../src/platform/library-changes.ts';

let ends: AbortController[] = [];
afterEach(() => {
  for (const end of ends) end.abort();
  ends = [];
});

/** Somebody who watches, what was heard, and the end of it. */
function watcher() {
  const end = new AbortController();
  ends.push(end);
  const heard: LibraryChange[] = [];
  watchChanges((change) => heard.push(change), end.signal);
  return { heard, end };
}

test('all watchers are told of a change until they stop', async () => {
  const [one, other] = [watcher(), watcher()];
  announceChange({ ids: ['a'] });
  await vi.waitFor(() => expect([one.heard, other.heard]).toEqual([[{ ids: ['a'] }], [{ ids: ['a'] }]]));
  one.end.abort();
  announceChange({ ids: null });
  await vi.waitFor(() => expect(other.heard).toEqual([{ ids: ['a'] }, { ids: null }]));
  expect(one.heard).toEqual([{ ids: ['a'] }]);
});

test('a change that is on its way when a watch is taken over is reported to the new watcher', async () => {
  const early = watcher();
  announceChange({ ids: ['a'] });
  const late = watcher();
  early.end.abort();
  await vi.waitFor(() => expect(late.heard).toEqual([{ ids: ['a'] }]));
  expect(early.heard).toEqual([]);
});

test('a watcher that begins after all others have stopped is told of the next change', async () => {
  watcher().end.abort();
  const next = watcher();
  announceChange({ ids: ['b'] });
  await vi.waitFor(() => expect(next.heard).toEqual([{ ids: ['b'] }]));
});

test('a message of another version is read as a change of everything', async () => {
  const { heard } = watcher();
  const channel = new BroadcastChannel('recto-library');
  for (const change of ['a', null, { ids: [1] }]) channel.postMessage(change);
  channel.close();
  await vi.waitFor(() => expect(heard).toEqual([{ ids: null }, { ids: null }, { ids: null }]));
});
