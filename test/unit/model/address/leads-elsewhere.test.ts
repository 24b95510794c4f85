import { expect, test } from 'vitest';
import { leadsElsewhere } from '../../../../src/model/address/leads-elsewhere.ts';

test.each([
  ['the same address with https', 'http://news.example/lamps', 'https://news.example/lamps', false],
  ['a slash at the end', 'https://news.example/lamps?a=1', 'https://news.example/lamps/?a=1', false],
  ['the host with www.', 'https://news.example/lamps', 'https://www.news.example/lamps', false],
  ['the site for computers', 'https://m.news.example/lamps', 'https://news.example/lamps', false],
  ['another page', 'https://news.example/lamps', 'https://news.example/sorry', true],
  ['another site', 'https://short.example/x', 'https://news.example/x', true],
  ['another query', 'https://news.example/?p=1', 'https://news.example/?p=2', true],
])('a redirect to %s', (_what, from, to, elsewhere) => {
  expect(leadsElsewhere(from, to)).toBe(elsewhere);
});
