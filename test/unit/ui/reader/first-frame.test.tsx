// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, expect, test, vi } from 'vitest';
import { ArticleHead } from '../../../../src/ui/reader/article/article-head.tsx';
import { MinutesLeft } from '../../../../src/ui/reader/position/progress.tsx';
import { sampleArticle } from '../../fakes/sample-article.ts';

const translate = (key: string, value?: string) => `${key} ${value ?? ''}`;

/** What was made of `Intl`, whose first use takes time. */
const made: string[] = [];
const { NumberFormat, DateTimeFormat, Segmenter } = Intl;
const watched = <T extends object>(name: string, maker: T): T =>
  new Proxy(maker, {
    construct(target, values) {
      made.push(name);
      return Reflect.construct(target as never, values);
    },
  });
Object.assign(Intl, {
  NumberFormat: watched('NumberFormat', NumberFormat),
  DateTimeFormat: watched('DateTimeFormat', DateTimeFormat),
  Segmenter: watched('Segmenter', Segmenter),
});
afterAll(() => Object.assign(Intl, { NumberFormat, DateTimeFormat, Segmenter }));

test('the first frame uses no Intl, and the next has numbers and date in the language', async () => {
  const box = document.body.appendChild(document.createElement('div'));
  const article = sampleArticle({ lang: 'zh', publishedTime: '2026-05-03', readingMinutes: 12 });
  render(
    <>
      <ArticleHead article={article} translate={translate} locale="ar-EG" />
      <MinutesLeft stands={null} scroller={box} translate={translate} minutes={12} locale="ar-EG" />
    </>,
    box,
  );
  expect(box.querySelector('.page-minutes')?.textContent).toContain('12');
  expect(made).toEqual([]);
  await vi.waitFor(() => expect(box.querySelector('.reader-left')?.textContent).toBe('readerMinutesLeft ١٢'));
  expect(made).toContain('NumberFormat');
  await vi.waitFor(() => expect(box.querySelector('.page-date')?.textContent).toContain('مايو'));
  act(() => render(null, box));
});
