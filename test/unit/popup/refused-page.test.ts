import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followPage, type PageState, STALE_DEADLINE_MS } from '../../../src/popup/follow-page.ts';
import { FIRST, fakeTab, found, SECOND } from '../fakes/fake-page-source.ts';

const HIDDEN: PageState = { url: null, title: null, kind: 'reading', slow: false };

let states: PageState[];
const follow = (tab: ReturnType<typeof fakeTab>, start: PageState) =>
  followPage(tab, start, (state) => states.push(state), new AbortController().signal);

beforeEach(() => {
  states = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

test('a page that is withheld is left alone, unless the tab has gone there since', async () => {
  const tab = fakeTab({ ok: false, error: { code: 'withheld', message: '' } });
  tab.url = null;
  follow(tab, HIDDEN);
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toMatchObject({ kind: 'failed', code: 'withheld' });
  tab.moved();
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toMatchObject({ kind: 'failed', code: 'left-site' });
});

test('a page that is refused while it is coming is waited for, and what is wrong is told when it has come', async () => {
  const tab = fakeTab({ ok: false, error: { code: 'withheld', message: '' } });
  tab.url = null;
  tab.loading = true;
  follow(tab, HIDDEN);
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toMatchObject({ kind: 'reading', slow: true });
  tab.loading = false;
  tab.moved();
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toMatchObject({ kind: 'failed', code: 'left-site' });
  await vi.advanceTimersByTimeAsync(STALE_DEADLINE_MS);
  expect(states.filter(({ kind }) => kind === 'failed')).toHaveLength(1);
});

test('a page that is refused and does not come is not waited for without end', async () => {
  const tab = fakeTab({ ok: false, error: { code: 'withheld', message: '' } });
  tab.url = null;
  tab.loading = true;
  follow(tab, HIDDEN);
  await vi.advanceTimersByTimeAsync(STALE_DEADLINE_MS);
  expect(states.at(-1)).toMatchObject({ kind: 'failed', code: 'withheld' });
});

test('a page whose address is known gives its own code, though the tab has gone there since', async () => {
  const tab = fakeTab(found('First'));
  follow(tab, { ...HIDDEN, url: FIRST });
  await vi.advanceTimersByTimeAsync(0);
  tab.url = SECOND;
  tab.outcome = { ok: false, error: { code: 'not-an-article', message: '' } };
  tab.moved();
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toMatchObject({ kind: 'failed', code: 'not-an-article' });
});
