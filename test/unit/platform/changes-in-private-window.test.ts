import { expect, test, vi } from 'vitest';
import type { LibraryChange } from '../../../src/model/library.ts';

type Listener = (changes: Record<string, unknown>, area: string) => void;

const listeners = new Set<Listener>();
const set = vi.fn(async (items: Record<string, unknown>) => {
  for (const listener of listeners) listener(items, 'session');
});
vi.mock('../../../src/platform/browser.ts', () => ({
  browser: {
    extension: { inIncognitoContext: true },
    storage: {
      session: { set: (items: Record<string, unknown>) => set(items) },
      onChanged: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  },
}));
const { announceChange, watchChanges } = await import('../../../src/platform/library-changes.ts');

test('a private window of Firefox is told that something has changed, but not what, until it stops watching', () => {
  vi.stubGlobal('location', { protocol: 'moz-extension:' });
  const end = new AbortController();
  const heard: LibraryChange[] = [];
  watchChanges((change) => heard.push(change), end.signal);
  announceChange({ ids: ['a1'] });
  for (const listener of listeners) listener({ 'position.https://a.example/': {} }, 'session');
  announceChange({ ids: ['a1'] });
  expect(heard).toEqual([{ ids: null }, { ids: null }]);
  const written = set.mock.calls.map(([items]) => items['last-change']);
  expect(new Set(written).size).toBe(2);
  expect(written.every((each) => typeof each === 'number')).toBe(true);
  expect(JSON.stringify(set.mock.calls)).not.toContain('a1');
  end.abort();
  expect(listeners.size).toBe(0);
});
