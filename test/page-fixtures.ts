import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Article } from '../src/model/article.ts';

/** What a page of `test/pages` must give. Only what is named is compared. */
export interface Expected
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

const PAGES = join(import.meta.dirname, 'pages');
const PLAIN = ['title', 'byline', 'siteName', 'publishedTime', 'lang', 'dir', 'leadImage'] as const;
export const readExpected = (slug: string) =>
  JSON.parse(readFileSync(join(PAGES, slug, 'expected.json'), 'utf8')) as Expected;
const squash = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

/** What the pages are read against. */
export const FIXTURE_ADDRESS = 'https://www.example.com/a/page.html';
export const FIXTURE_TIME = Date.parse('2026-01-01T00:00:00Z');

export const listFixtures = (): string[] => readdirSync(PAGES);

/** The page as a browser decodes it: by the charset that it declares. */
export function readFixture(slug: string): string {
  const bytes = readFixtureBytes(slug);
  const charset = /charset=["']?([\w-]+)/i.exec(bytes.toString('latin1').slice(0, 1024))?.[1];
  return new TextDecoder(charset).decode(bytes);
}

export const readFixtureBytes = (slug: string): Buffer => readFileSync(join(PAGES, slug, 'source.html'));

/** Compares an article with what is expected of its page; `body` is its parsed `html`. */
export function checkArticle(article: Article, body: HTMLElement, expected: Expected): void {
  for (const name of PLAIN) if (name in expected) expect(article[name], name).toBe(expected[name]);
  if (expected.attributionLines) {
    expect(article.attribution?.split('\n').toSorted()).toEqual(expected.attributionLines.toSorted());
  }
  checkBody(body, article, expected);
  if (expected.footnotes) checkFootnotes(body, expected.footnotes);
}

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
