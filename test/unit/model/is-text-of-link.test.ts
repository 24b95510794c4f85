import { expect, test } from 'vitest';
import { isTextOfLink } from '../../../src/model/is-text-of-link.ts';

const LINK = 'https://news.example/2019/lamps.html';
const page = {
  url: 'https://www.news.example/lamps',
  title: 'The lamps',
  text: 'The lamps were lit along the harbour before the boats came in. '.repeat(5),
};

test.each([
  ['an article to which the link leads', {}, true],
  ['a page at the address of a sign-in', { url: 'https://id.news.example/login?next=/2019/lamps.html' }, false],
  ['the home page', { url: 'https://news.example/' }, false],
  ['a text that asks to sign in', { title: '请登录' }, false],
  ['a text of a few words', { text: 'One moment, please.' }, false],
  ['a text of a few words at the address of the link', { url: `${LINK}?utm_source=a#end`, text: 'Lit.' }, true],
])('%s', (_what, changes, isIt) => {
  expect(isTextOfLink(LINK, { ...page, ...changes })).toBe(isIt);
});
