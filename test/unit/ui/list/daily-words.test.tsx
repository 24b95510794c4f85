// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Translate } from '../../../../src/model/message-key.ts';
import { createWords } from '../../../../src/model/words.ts';
import { DailyWords } from '../../../../src/ui/list/daily-words.tsx';
import { loadItems } from '../../../../src/ui/list/items/load-items.ts';
import { SavedRow } from '../../../../src/ui/list/rows/saved-row.tsx';
import { memoryLibrary } from './memory-library.ts';
import { savedItem } from './saved-item.ts';

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const SAVED_AT = new Date('2026-05-20T14:05:00').getTime();
const LATE = new Date('2026-05-20T23:30:00');
const HOUR = 60 * 60 * 1000;

let root: HTMLElement;
let hidden: boolean;
beforeEach(() => {
  vi.useFakeTimers({ now: LATE });
  hidden = false;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  root = document.body.appendChild(document.createElement('div'));
  render(
    <DailyWords words={createWords(keyed, 'en')}>
      <SavedRow
        item={savedItem({ id: '1', savedAt: SAVED_AT })}
        href="#1"
        active
        shortcut=""
        onAction={() => undefined}
        onFocus={() => undefined}
      />
    </DailyWords>,
    root,
  );
});
afterEach(() => {
  render(null, root);
  root.remove();
  Reflect.deleteProperty(document, 'hidden');
  vi.useRealTimers();
});

const facts = (): string => root.querySelector('.row-facts')?.textContent ?? '';

test('items saved today are shown as saved yesterday after midnight, in an idle list', async () => {
  await vi.advanceTimersByTimeAsync(HOUR / 4);
  expect(facts()).toContain('2:05 PM');
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(facts()).toContain('yesterday');
});

test('a list that was hidden at midnight is updated as soon as it is shown', async () => {
  await vi.advanceTimersByTimeAsync(HOUR / 4);
  hidden = true;
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(facts()).toContain('2:05 PM');
  hidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(50);
  expect(facts()).toContain('yesterday');
});

test('the days left are updated every hour, since the library counts them from an hour of its own', async () => {
  const { all, ...library } = memoryLibrary([savedItem({ id: '1', place: 'deleted', daysLeft: 9 })]);
  const end = new AbortController();
  const shown: (number | undefined)[] = [];
  await loadItems(library, 'deleted', (items) => shown.push(items[0]?.daysLeft), end.signal);
  all.set('1', savedItem({ id: '1', place: 'deleted', daysLeft: 8 }));
  await vi.advanceTimersByTimeAsync(HOUR);
  all.set('1', savedItem({ id: '1', place: 'deleted', daysLeft: 7 }));
  await vi.advanceTimersByTimeAsync(HOUR);
  end.abort();
  expect(shown).toEqual([9, 8, 7]);
});
