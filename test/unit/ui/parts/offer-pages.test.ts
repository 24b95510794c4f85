import { expect, test, vi } from 'vitest';
import { pageSeries } from '../../../../src/model/address/page-series.ts';
import type { JoinedPages, JoinPages } from '../../../../src/ui/parts/join-pages.ts';
import { offerPages, type PagesNews } from '../../../../src/ui/parts/offer-pages.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

const series = pageSeries('https://news.example/harbour', 'https://news.example/harbour/2', null);

/** Offers pages that `joinPages` joins; presses what the line has, and tells what it says last. */
function offer(joinPages: JoinPages) {
  if (!series) throw new Error('no series');
  let news: PagesNews = { notice: null, extend: null };
  const reader = {
    translate: (key: string, ...rest: string[]) => [key, ...rest].join(' '),
    loadPart: (async () => joinPages) as never,
    toFragment: () => {
      throw new Error('not here');
    },
  };
  const show = vi.fn((fresh: PagesNews) => {
    news = fresh;
  });
  const end = offerPages(series, sampleArticle())(reader, show);
  return {
    end,
    show,
    text: () => news.notice?.text ?? null,
    labels: () => news.notice?.actions.map(({ label }) => label),
    joined: () => news.extend?.(sampleArticle()).title ?? null,
    press: (label: string) => news.notice?.actions.find((action) => action.label === label)?.onPress(),
  };
}

const joinedAs = (says: JoinedPages['says']): JoinedPages => ({
  says,
  extend: (article) => ({ ...article, title: `${article.title}, whole` }),
});

test('offers further pages, shows each page, and reports the result', async () => {
  const told: (string | null)[] = [];
  const line = offer(async ({ onPage }) => {
    for (const page of [2, 3]) {
      onPage(page);
      told.push(line.text());
    }
    return joinedAs(['readerPagesShown', '3']);
  });
  expect([line.text(), line.labels()]).toEqual(['readerPages', ['readerPagesJoin', 'popupNotNow']]);
  line.press('readerPagesJoin');
  expect(line.labels()).toEqual(['readerPagesStop']);
  await vi.waitFor(() => expect(line.text()).toBe('readerPagesShown 3'));
  expect(told).toEqual(['readerPagesReading 2', 'readerPagesReading 3']);
  expect(line.joined()).toBe('The harbour at night, whole');

  line.press('listClose');
  expect([line.text(), line.joined()]).toEqual([null, 'The harbour at night, whole']);
});

test('Undo offers again, without what was joined', async () => {
  const line = offer(async () => joinedAs(['readerPagesFailed', '3']));
  line.press('readerPagesJoin');
  await vi.waitFor(() => expect(line.text()).toBe('readerPagesFailed 3'));
  line.press('readerUndo');
  expect([line.text(), line.joined()]).toEqual(['readerPages', null]);
});

test('Stop ends the reading, and before any page was joined the offer comes back and works again', async () => {
  const signals: AbortSignal[] = [];
  const line = offer(async ({ signal }) => {
    signals.push(signal);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    return joinedAs(null);
  });
  for (const times of [1, 2]) {
    line.press('readerPagesJoin');
    await vi.waitFor(() => expect(signals.length).toBe(times));
    line.press('readerPagesStop');
    await vi.waitFor(() => expect(line.text()).toBe('readerPages'));
  }
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});

test('a part that does not arrive is reported', async () => {
  const line = offer(() => Promise.reject(new Error('not injected')));
  line.press('readerPagesJoin');
  await vi.waitFor(() => expect(line.text()).toBe('readerPagesFailed 2'));
});

test('after Stop before a part that did not arrive, joining can be tried again', async () => {
  const joinPages = vi.fn<JoinPages>(async () => Promise.reject(new Error('not injected')));
  joinPages.mockImplementationOnce(async ({ signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    throw new Error('not injected');
  });
  const line = offer(joinPages);
  line.press('readerPagesJoin');
  await vi.waitFor(() => expect(joinPages).toHaveBeenCalledOnce());
  line.press('readerPagesStop');
  await vi.waitFor(() => expect(line.text()).toBe('readerPagesFailed 2'));
  line.press('readerUndo');
  line.press('readerPagesJoin');
  await vi.waitFor(() => expect(joinPages).toHaveBeenCalledTimes(2));
  expect(joinPages.mock.lastCall?.[0].signal.aborted).toBe(false);
});

test.each([
  ['what was joined', async () => joinedAs(['readerPagesShown', '2'])],
  ['a failure', () => Promise.reject(new Error('too late'))],
])('%s is not told once the reader is gone', async (_what, end) => {
  const line = offer(async ({ signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    return end();
  });
  line.press('readerPagesJoin');
  await Promise.resolve();
  line.end();
  const before = line.show.mock.calls.length;
  await new Promise(setImmediate);
  expect(line.show.mock.calls.length).toBe(before);
});
