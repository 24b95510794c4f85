// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRegistry } from '../../../scripts/extraction/read-registry.ts';
import { extractArticle } from '../../../src/extraction/extract-article.ts';
import type { Article } from '../../../src/model/article.ts';

/** What a page of `test/pages` must give. Only what is named is compared. */
interface Expected
  extends Partial<Pick<Article, 'title' | 'byline' | 'siteName' | 'publishedTime' | 'lang' | 'dir' | 'leadImage'>> {
  url?: string;
  /** Passes that the page is for: it must fail without them. */
  passes?: string[];
  attributionLines?: string[];
  /** Text of every element that a selector finds, in order. */
  text?: Record<string, string[]>;
  /** Values of an attribute (`selector@name`), in order. */
  attribute?: Record<string, (string | null)[]>;
  count?: Record<string, number>;
  contains?: string[];
  lacks?: string[];
  /** Text of each note; marks and notes must link to each other. */
  footnotes?: string[];
}

const PAGES = join(import.meta.dirname, '../../pages');
const PLAIN = ['title', 'byline', 'siteName', 'publishedTime', 'lang', 'dir', 'leadImage'] as const;
const readExpected = (slug: string) => JSON.parse(readFileSync(join(PAGES, slug, 'expected.json'), 'utf8')) as Expected;
const squash = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

/** Passes of other tests: what they do shows in no page's result. */
const ELSEWHERE =
  /^(?:neutralise-form-controls|shorten-srcset|open-noscript|drop-boilerplate|mark-unseen|drop-unseen)$/;

test('every pass is in the registry under its file name, and a page is for it', () => {
  const folder = join(import.meta.dirname, '../../../src/extraction');
  const files = ['page-passes', 'body-passes'].flatMap((name) => readdirSync(join(folder, name)));
  const passes = readRegistry('extraction-passes.ts');
  const isPass = (file: string) => file !== 'boilerplate-names.ts';
  expect(
    files
      .filter(isPass)
      .map((file) => file.replace('.ts', ''))
      .toSorted(),
  ).toEqual(passes.toSorted());
  const covered = new Set(readdirSync(PAGES).flatMap((slug) => readExpected(slug).passes ?? []));
  expect(passes.filter((name) => !covered.has(name) && !ELSEWHERE.test(name))).toEqual([]);
});

test.each(readdirSync(PAGES))('%s', async (slug) => {
  const source = readFileSync(join(PAGES, slug, 'source.html'), 'utf8');
  const expected = readExpected(slug);
  const live = new DOMParser().parseFromString(source, 'text/html');
  const before = live.documentElement.outerHTML;
  const article = await extractArticle(live, {
    url: expected.url ?? 'https://www.example.com/a/page.html',
    now: new Date('2026-01-01T00:00:00Z'),
  });
  expect(live.documentElement.outerHTML).toBe(before);
  const body = new DOMParser().parseFromString(article.html, 'text/html').body;
  for (const name of PLAIN) if (name in expected) expect(article[name], name).toBe(expected[name]);
  if (expected.attributionLines) {
    expect(article.attribution?.split('\n').toSorted()).toEqual(expected.attributionLines.toSorted());
  }
  checkBody(body, article, expected);
  if (expected.footnotes) checkFootnotes(body, expected.footnotes);
});

function checkBody(body: HTMLElement, article: Article, expected: Expected): void {
  for (const [selector, texts] of Object.entries(expected.text ?? {})) {
    const read = (element: Element) => (element.closest('pre') ? element.textContent : squash(element.textContent));
    expect([...body.querySelectorAll(selector)].map(read)).toEqual(texts);
  }
  for (const [place, values] of Object.entries(expected.attribute ?? {})) {
    const [selector = '', name = ''] = place.split('@');
    expect([...body.querySelectorAll(selector)].map((element) => element.getAttribute(name))).toEqual(values);
  }
  for (const [selector, count] of Object.entries(expected.count ?? {})) {
    expect(body.querySelectorAll(selector).length, selector).toBe(count);
  }
  for (const part of expected.contains ?? [])
    expect(body.innerHTML.includes(part) || article.text.includes(part), part).toBe(true);
  for (const part of expected.lacks ?? []) expect(article.html).not.toContain(part);
}

function checkFootnotes(body: HTMLElement, notes: string[]): void {
  const items = [...body.querySelectorAll('section.footnotes > ol > li')];
  expect(items.map((item) => squash(item.textContent).replace(/( ↩)+$/, ''))).toEqual(notes);
  for (const link of body.querySelectorAll('a[role=doc-noteref], a[role=doc-backlink]')) {
    expect(body.querySelector(`[id="${link.getAttribute('href')?.slice(1)}"]`), link.outerHTML).not.toBeNull();
  }
}
