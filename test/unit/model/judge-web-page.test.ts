import { expect, test } from 'vitest';
import type { WebPage } from '../../../src/model/fetching.ts';
import { isOwnNetwork } from '../../../src/model/is-own-network.ts';
import { judgeWebPage } from '../../../src/model/judge-web-page.ts';

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

test('a home page, or a page about signing in, that was itself saved is read', () => {
  expect(judgeWebPage(page({ asked: 'http://news.example/', url: 'https://news.example/' }))).toBe('read');
  const how = 'https://news.example/login/how-it-works';
  expect(judgeWebPage(page({ asked: `${how}?utm_source=x`, url: how }))).toBe('read');
});

test.each([
  ...['localhost', 'printer', 'news.localhost', 'nas.local', '127.0.0.1', '10.1.2.3', '192.168.1.1', '172.20.0.1'],
  ...['169.254.169.254', '100.64.0.1', '0.0.0.0', '[::1]', '[fd00::1]', '[fe80::1]'],
  ...['localhost.', 'printer.', 'router.local.', 'router.local..', 'nas.lan', 'intranet.corp'],
  ...['127.1', '0x7f000001', '2130706433', '0300.0250.1.1', '192.168.1.1.', '239.255.255.250', '255.255.255.255'],
  ...[
    '[::ffff:192.168.1.1]',
    '[::127.0.0.1]',
    '[64:ff9b::192.168.1.1]',
    '[2002:c0a8:101::1]',
    '[ff02::1]',
    '[fec0::1]',
  ],
])('%s is of the person’s own network', (host) => {
  expect(isOwnNetwork(new URL(`http://${host}/`).hostname)).toBe(true);
});

test.each([
  'news.example',
  '11.2.3.4',
  '172.32.0.1',
  '100.128.0.1',
  '[2001:db8::1]',
  'localhost.example',
  'news.example.',
  'lan.example',
  '223.1.1.1',
])('%s is of the web', (host) => {
  expect(isOwnNetwork(new URL(`http://${host}/`).hostname)).toBe(false);
});
