// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { type FollowOrders, followPages, MOST_PAGES } from '../../../../src/extraction/pagination/follow-pages.ts';
import { pageSeries } from '../../../../src/model/address/page-series.ts';
import type { LoosePage } from '../../../../src/model/extraction-outcome.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

const AT = 'https://news.example/harbour';

const addressOf = (number: number) => (number === 1 ? `${AT}.html` : `${AT}_${number}.html`);

function loose(number: number, links: number[]): LoosePage {
  const html = links.map((to) => `<a href="harbour_${to}.html#top">${to}</a>`).join('');
  const url = addressOf(number);
  return { document: new DOMParser().parseFromString(html, 'text/html'), url, base: url };
}

const textOf = (number: number) => `What stands on page ${number}, and nowhere else in this long story of lamps.`;

/** Pages that each link to the next, up to `last`. */
function orders(last: number, changes: Partial<FollowOrders> = {}): FollowOrders & { asked: string[]; told: number[] } {
  const series = pageSeries(addressOf(1), addressOf(2), null);
  if (!series) throw new Error('no series');
  const asked: string[] = [];
  const told: number[] = [];
  const pageAt = (address: string) => Number(/_(\d+)/.exec(address)?.[1] ?? 1);
  return {
    asked,
    told,
    series,
    first: loose(1, [2, 9]),
    article: sampleArticle({ text: textOf(1) }),
    load: async (address) => {
      asked.push(address);
      const number = pageAt(address);
      return { page: loose(number, number < last ? [number - 1, number + 1] : [number - 1]), bytes: 1000 };
    },
    read: async ({ url }) => sampleArticle({ html: `<p>${textOf(pageAt(url))}</p>`, text: textOf(pageAt(url)) }),
    onPage: (number) => told.push(number),
    signal: new AbortController().signal,
    ...changes,
  };
}

test('each page is fetched once, by the link of the one before, until there is none', async () => {
  const order = orders(4);
  const { pages, end } = await followPages(order);
  expect(end).toBe('whole');
  expect(order.asked).toEqual([2, 3, 4].map(addressOf));
  expect(order.told).toEqual([2, 3, 4]);
  expect(pages.map(({ text }) => text)).toEqual([2, 3, 4].map(textOf));
});

test('a page that repeats the text is not joined, and ends the joining', async () => {
  const order = orders(9, {
    read: async ({ url }) => sampleArticle({ text: textOf(Math.min(3, Number(/_(\d)/.exec(url)?.[1]))) }),
  });
  const { pages, end } = await followPages(order);
  expect([end, pages.length, order.asked.length]).toEqual(['whole', 2, 3]);
});

test('a page that fails leaves the joined pages', async () => {
  const order = orders(9);
  const { pages, end } = await followPages({
    ...order,
    load: (address, most) => (address === addressOf(4) ? Promise.reject(new Error('404')) : order.load(address, most)),
  });
  expect([end, pages.length]).toEqual(['failed', 2]);
});

test('a page without an article counts as failed', async () => {
  const { pages, end } = await followPages(orders(9, { read: () => Promise.reject(new Error('not-an-article')) }));
  expect([end, pages.length]).toEqual(['failed', 0]);
});

test('joining stops when it is aborted, and keeps the joined pages', async () => {
  const stop = new AbortController();
  const order = orders(9, { signal: stop.signal, onPage: (number) => number === 4 && stop.abort() });
  const { pages, end } = await followPages(order);
  expect([end, pages.length]).toEqual(['stopped', 2]);
});

test('pages and bytes are limited', async () => {
  const many = await followPages(orders(99));
  expect([many.end, many.pages.length]).toEqual(['limit', MOST_PAGES - 1]);
  const order = orders(9);
  const load: FollowOrders['load'] = async (address, most) => ({ ...(await order.load(address, most)), bytes: 6e6 });
  const large = await followPages({ ...order, load });
  expect([large.end, large.pages.length]).toEqual(['limit', 2]);
});
