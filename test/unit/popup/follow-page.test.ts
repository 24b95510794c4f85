import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { ExtractionOutcome } from '../../../src/model/extraction-outcome.ts';
import { followPage, type PageState, SLOW_MS, STALE_DEADLINE_MS } from '../../../src/popup/follow-page.ts';
import { FIRST, fakeTab, found, SECOND } from '../fakes/fake-page-source.ts';

let states: PageState[];
const told = () => states.map((state) => (state.kind === 'article' ? state.article.title : state.kind));
const START: PageState = { url: FIRST, title: 'First', kind: 'reading', slow: false };
const follow = (tab: ReturnType<typeof fakeTab>, signal = new AbortController().signal) =>
  followFrom(START, tab, signal);
const followFrom = (start: PageState, tab: ReturnType<typeof fakeTab>, signal = new AbortController().signal) =>
  followPage(tab, start, (state) => states.push(state), signal);

beforeEach(() => {
  states = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

test('reads the page without a waiting message while it is quick', async () => {
  follow(fakeTab(found('First')));
  await vi.advanceTimersByTimeAsync(SLOW_MS - 1);
  expect(states).toEqual([
    { kind: 'reading', slow: false, url: FIRST, title: 'First' },
    expect.objectContaining({ kind: 'article', url: FIRST }),
  ]);
});

test('a page that was read before is not read again, until the tab is elsewhere', async () => {
  const tab = fakeTab(found('Second'));
  const { article } = found('First') as { article: Article };
  followFrom({ url: FIRST, title: 'First', kind: 'article', article }, tab);
  await vi.advanceTimersByTimeAsync(1000);
  expect(tab.read).not.toHaveBeenCalled();
  tab.moved();
  await vi.advanceTimersByTimeAsync(1000);
  expect(tab.read).not.toHaveBeenCalled();
  tab.url = SECOND;
  tab.moved();
  await vi.advanceTimersByTimeAsync(1000);
  expect(told()).toEqual(['reading', 'Second']);
});

test('a tab that changed its page before the popup listened is followed', async () => {
  const tab = fakeTab(found('Second'));
  tab.url = SECOND;
  const { article } = found('First') as { article: Article };
  followFrom({ url: FIRST, title: 'First', kind: 'article', article }, tab);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told()).toEqual(['reading', 'Second']);
  expect(states.at(-1)?.url).toBe(SECOND);
});

test('a page that was read before is not read again when the browser hides the address of its tab', async () => {
  const tab = fakeTab(found('First'));
  tab.url = null;
  const { article } = found('First') as { article: Article };
  followFrom({ url: null, title: null, kind: 'article', article }, tab);
  await vi.advanceTimersByTimeAsync(1000);
  expect(tab.read).not.toHaveBeenCalled();
});

test('an address that the browser hid until the page was read is known then', async () => {
  const tab = fakeTab(found('First'));
  tab.url = null;
  tab.read.mockImplementation(async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    tab.url = FIRST;
    return tab.outcome;
  });
  followFrom({ url: null, title: null, kind: 'reading', slow: false }, tab);
  await vi.advanceTimersByTimeAsync(1000);
  expect(tab.read).toHaveBeenCalledOnce();
  expect(states.at(-1)).toMatchObject({ kind: 'article', url: FIRST, title: FIRST });
});

test('after 150 ms it says that it is reading', async () => {
  const tab = fakeTab(found('First'));
  tab.read.mockImplementation(() => new Promise(() => {}));
  follow(tab);
  await vi.advanceTimersByTimeAsync(SLOW_MS + 1);
  expect(states.at(-1)).toMatchObject({ kind: 'reading', slow: true });
});

test('a page that cannot be read gives its code', async () => {
  follow(fakeTab({ ok: false, error: { code: 'pdf', message: '' } }));
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toMatchObject({ kind: 'failed', code: 'pdf' });
});

test.each([
  ['before anybody listened', true],
  ['while it was read', false],
])(
  'what was read at the address that the tab went to %s is shown, and not waited for as if it were the old text',
  async (_when, isFirst) => {
    const outcome = found('Second', 'Second', SECOND);
    const tab = fakeTab(outcome);
    tab.url = SECOND;
    const { article } = outcome as { article: Article };
    if (isFirst) followFrom({ url: FIRST, title: 'First', kind: 'article', article }, tab);
    else {
      tab.url = FIRST;
      follow(tab);
      await vi.advanceTimersByTimeAsync(0);
      tab.url = SECOND;
      tab.moved();
    }
    await vi.advanceTimersByTimeAsync(SLOW_MS);
    expect(states.at(-1)).toMatchObject({ kind: 'article', url: SECOND });
  },
);

test('text that a single-page site still had at the address that it went to gives way to the text that comes', async () => {
  const tab = fakeTab(found('First', 'First', SECOND));
  follow(tab);
  await vi.advanceTimersByTimeAsync(0);
  tab.url = SECOND;
  tab.moved();
  await vi.advanceTimersByTimeAsync(SLOW_MS);
  // Between the texts there may be none.
  tab.outcome = { ok: false, error: { code: 'not-an-article', message: '' } };
  await vi.advanceTimersByTimeAsync(SLOW_MS);
  expect(told().at(-1)).toBe('First');
  tab.outcome = found('Second', 'Second', SECOND);
  await vi.advanceTimersByTimeAsync(SLOW_MS);
  expect([told().at(-1), states.at(-1)?.url]).toEqual(['Second', SECOND]);
  tab.read.mockClear();
  await vi.advanceTimersByTimeAsync(STALE_DEADLINE_MS);
  expect(tab.read).not.toHaveBeenCalled();
});

test('when the tab changes its page the old article is dropped, and its text is not taken for the new one', async () => {
  const tab = fakeTab(found('First'));
  follow(tab);
  await vi.advanceTimersByTimeAsync(0);
  tab.url = SECOND;
  tab.moved();
  await vi.advanceTimersByTimeAsync(1000);
  expect(told()).not.toContain('failed');
  expect(states.at(-1)).toMatchObject({ kind: 'reading', url: SECOND });
  tab.outcome = found('Second');
  await vi.advanceTimersByTimeAsync(1000);
  expect(told().at(-1)).toBe('Second');
  expect(states.filter((state) => state.kind === 'article' && state.url === SECOND)).toHaveLength(1);
});

test('a page that still shows the old text is reported as moved, and can be read again', async () => {
  const tab = fakeTab(found('First'));
  const page = follow(tab);
  await vi.advanceTimersByTimeAsync(0);
  tab.url = SECOND;
  tab.moved();
  await vi.advanceTimersByTimeAsync(STALE_DEADLINE_MS + 1000);
  expect(states.at(-1)).toMatchObject({ kind: 'failed', code: 'page-moved' });
  tab.outcome = found('Second');
  page.readAgain();
  await vi.advanceTimersByTimeAsync(0);
  expect(told().at(-1)).toBe('Second');
});

test('a page with the same text at its new address is shown when the user asks to read it again', async () => {
  const tab = fakeTab(found('First'));
  const page = follow(tab);
  await vi.advanceTimersByTimeAsync(0);
  tab.url = SECOND;
  tab.moved();
  await vi.advanceTimersByTimeAsync(STALE_DEADLINE_MS + 1000);
  expect(told().at(-1)).toBe('failed');
  page.readAgain();
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toMatchObject({ kind: 'article', url: SECOND });
});

test('an answer that arrives after the tab changed its page is not shown', async () => {
  const tab = fakeTab(found('First'));
  let answer: (outcome: ExtractionOutcome) => void = () => {};
  tab.read.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  follow(tab);
  tab.url = SECOND;
  tab.outcome = found('Second');
  tab.moved();
  await vi.advanceTimersByTimeAsync(0);
  answer(found('First'));
  await vi.advanceTimersByTimeAsync(0);
  expect(told()).not.toContain('First');
  expect(told().at(-1)).toBe('Second');
});

test('a new fragment or a tracking parameter is not another page', async () => {
  const tab = fakeTab(found('First'));
  follow(tab);
  await vi.advanceTimersByTimeAsync(0);
  tab.url = `${FIRST}?utm_source=x#part`;
  tab.moved();
  await vi.advanceTimersByTimeAsync(0);
  expect(tab.read).toHaveBeenCalledTimes(1);
});

test('a hidden address counts as another page', async () => {
  const tab = fakeTab(found('First'));
  follow(tab);
  await vi.advanceTimersByTimeAsync(0);
  tab.url = null;
  tab.outcome = { ok: false, error: { code: 'restricted', message: '' } };
  tab.moved();
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toMatchObject({ kind: 'failed', code: 'restricted', url: null });
});

test('"Show anyway" reads with force', async () => {
  const tab = fakeTab({ ok: false, error: { code: 'not-an-article', message: '' } });
  const page = follow(tab);
  await vi.advanceTimersByTimeAsync(0);
  page.readAgain({ force: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(tab.read).toHaveBeenLastCalledWith({ force: true });
});

test('"Show anyway" holds while the page loads on, and for that page alone', async () => {
  const tab = fakeTab({ ok: false, error: { code: 'not-an-article', message: '' } });
  const page = follow(tab);
  await vi.advanceTimersByTimeAsync(0);
  tab.read.mockImplementationOnce(() => new Promise(() => {}));
  page.readAgain({ force: true });
  tab.moved();
  await vi.advanceTimersByTimeAsync(0);
  expect(tab.read).toHaveBeenCalledTimes(3);
  expect(tab.read).toHaveBeenLastCalledWith({ force: true });
  tab.url = SECOND;
  tab.moved();
  await vi.advanceTimersByTimeAsync(0);
  expect(tab.read).toHaveBeenLastCalledWith({});
});
