import { expect, test } from 'vitest';
import { judgeWebPage, type WebPage } from '../../../src/model/fetching.ts';

const asked = 'https://news.example/2019/lamps.html';
const page = (changes: Partial<WebPage>): WebPage => ({
  ...{ asked, url: asked, status: 200, type: 'text/html; charset=gbk', body: null },
  ...changes,
});

test.each<[string, Partial<WebPage>, ReturnType<typeof judgeWebPage>]>([
  ['a page', {}, 'read'],
  ['a page that says no type', { type: '' }, 'read'],
  ['a page that moved within its site', { url: 'https://www.news.example/a/lamps' }, 'read'],
  ['404', { status: 404 }, 'gone'],
  ['410', { status: 410 }, 'gone'],
  ['a status that is no answer', { status: 304 }, 'gone'],
  ['401', { status: 401 }, 'sign-in'],
  ['403, which is also for whoever looks like no person', { status: 403 }, 'sign-in'],
  ['503', { status: 503 }, 'later'],
  ['too many requests', { status: 429 }, 'later'],
  ['a redirect to the home page', { url: 'https://news.example/' }, 'gone'],
  ['a redirect to the home page of a language', { url: 'https://news.example/en/' }, 'gone'],
  ['a redirect to a sign-in page', { url: 'https://id.news.example/login?next=/2019/lamps.html' }, 'sign-in'],
  ['a file', { type: 'application/pdf' }, 'not-article'],
])('%s', (_what, changes, judged) => {
  expect(judgeWebPage(page(changes))).toBe(judged);
});

test('a home page or a page about signing in is read if it was itself saved', () => {
  expect(judgeWebPage(page({ asked: 'http://news.example/index.html', url: 'https://news.example/' }))).toBe('read');
  const how = 'https://news.example/login/how-it-works';
  expect(judgeWebPage(page({ asked: how, url: `${how}/` }))).toBe('read');
});
