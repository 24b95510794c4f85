// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { findNamed } from '../../../src/extraction/find-named.ts';

const BODY = `<header><a href="/" rel="home" class="Logo"><img alt="Harbour"></a></header>
  <main id="content"><h1 class="entry-title">Lights</h1><p class="by_line author">By <a class="p-author">Ann</a></p>
  <table class="code"><tr><td class="code x">1</td></tr></table><span class="katex">x</span><math></math>
  <sup data-text="note" data-draft-type="reference">1</sup></main>`;

const LISTS: [selectors: string, found: number][] = [
  ['.logo img[alt], .site-title, [rel~="home"]', 2],
  ['.LOGO', 1],
  ['#content > .author, #Other, .entry-title', 2],
  ['[class*="Author" i]:not([class*="bio" i] p), [class*="byline" i], [class*="y_l" i]', 2],
  ['table:has(td.code), table:has(td.blob-code)', 1],
  ['.katex-display, .katex, mjx-container, math', 2],
  ['sup[data-text][data-draft-type="reference"]:not(:has(a))', 1],
  ['h1 ~ *, main time[datetime]', 5],
  ['.missing, iframe, object[data], a[href="/author.html"]', 0],
];

/** Without a doctype, classes and ids are the same in any case. */
const page = new DOMParser().parseFromString(BODY, 'text/html');

test.each(LISTS)('%s finds what the whole list finds', (selectors, found) => {
  expect(findNamed(page, selectors)).toEqual([...page.querySelectorAll(selectors)]);
  expect(findNamed(page, selectors)).toHaveLength(found);
});

test('an element that was removed from the page is not found', () => {
  const own = new DOMParser().parseFromString(BODY, 'text/html');
  expect(findNamed(own, '.katex')).toHaveLength(1);
  own.querySelector('.katex')?.remove();
  expect(findNamed(own, '.katex')).toEqual([]);
});

test('elements are found by their local name, whatever its prefix', () => {
  const source = `<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:iframe/><IFRAME xmlns="urn:other"/></h:body></h:html>`;
  const prefixed = new DOMParser().parseFromString(source, 'application/xhtml+xml');
  expect(findNamed(prefixed, 'iframe, video')).toEqual([...prefixed.querySelectorAll('iframe')]);
  expect(findNamed(prefixed, 'iframe, video')).toHaveLength(1);
});
