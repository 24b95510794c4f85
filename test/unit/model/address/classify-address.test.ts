import { expect, test } from 'vitest';
import { classifyAddress } from '../../../../src/model/address/classify-address.ts';

const OWN = 'chrome-extension://recto/';

test.each([
  ['chrome://settings/', 'restricted'],
  ['edge://flags', 'restricted'],
  ['about:config', 'restricted'],
  ['view-source:https://news.example/', 'restricted'],
  ['devtools://devtools/bundled/inspector.html', 'restricted'],
  ['https://chromewebstore.google.com/detail/abc', 'restricted-store'],
  ['https://chrome.google.com/webstore/category/extensions', 'restricted-store'],
  ['https://microsoftedge.microsoft.com/addons/detail/abc', 'restricted-store'],
  ['https://addons.mozilla.org/zh-CN/firefox/', 'restricted-store'],
  ['https://support.mozilla.org/en-US/kb/reader', 'restricted-store'],
  ['https://news.example/report.PDF?download=1#page=2', 'pdf'],
  ['file:///home/reader/report.pdf', 'pdf'],
  ['file:///home/reader/page.html', 'file-access'],
  ['https://news.example/photo.webp', 'media'],
  ['https://news.example/feed.xml', 'data-document'],
  ['https://api.news.example/items.json', 'data-document'],
  ['chrome-extension://recto/src/library/library.html', 'own-page'],
  ['chrome-extension://other/page.html', 'other-extension'],
  ['moz-extension://5e1c/page.html', 'other-extension'],
])('%s: %s', (address, code) => {
  expect(classifyAddress(address, OWN)).toBe(code);
});

test.each([
  'https://news.example/2026/harbour',
  'https://chrome.google.com/intl/en/about',
  'https://news.example/?file=report.pdf',
  'https://addons.mozilla.org.evil.example/',
  'not an address',
  '',
])('%s is of no class', (address) => {
  expect(classifyAddress(address, OWN)).toBeNull();
});
