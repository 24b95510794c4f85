import { afterEach, expect, test, vi } from 'vitest';
import { opensInTab } from '../../../src/platform/opens-in-tab.ts';

afterEach(() => vi.unstubAllGlobals());

const OPENED = ['https://news.example/a', 'http://localhost:3000/'];
const READ_ALONE = [
  'file:///home/me/story.html',
  'data:text/html,<p>story',
  'blob:https://news.example/1',
  'about:blank',
];

test.each([
  ['moz-extension:', OPENED],
  ['chrome-extension:', [...OPENED, ...READ_ALONE]],
])('%s opens of what it reads only the web, or all', (protocol, opened) => {
  vi.stubGlobal('location', { protocol });
  expect([...OPENED, ...READ_ALONE].filter(opensInTab)).toEqual(opened);
});
