import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../src/model/article.ts';
import { KINDS, readStructure, type Structure } from './read-structure.ts';

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
  /** All that the article has of each kind; see `readStructure`. */
  structure?: Partial<Structure>;
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

/** What of an article is not as its page's `expected` says, in words; `body` is its parsed `html`. */
export function findDifferences(article: Article, body: HTMLElement, expected: Expected): string[] {
  const differences: string[] = [];
  const compare = (what: string, found: unknown, wanted: unknown): void => {
    if (!isDeepStrictEqual(found, wanted))
      differences.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  };
  for (const name of PLAIN) if (name in expected) compare(name, article[name], expected[name]);
  if (expected.attributionLines)
    compare('attribution', article.attribution?.split('\n').toSorted(), expected.attributionLines.toSorted());
  compareBody(body, article, expected, compare);
  compareStructure(body, expected, compare);
  return differences;
}

type Compare = (what: string, found: unknown, wanted: unknown) => void;

function compareBody(body: HTMLElement, article: Article, expected: Expected, compare: Compare): void {
  for (const [selector, texts] of Object.entries(expected.text ?? {})) {
    const read = (element: Element) => (element.closest('pre') ? element.textContent : squash(element.textContent));
    compare(selector, [...body.querySelectorAll(selector)].map(read), texts);
  }
  for (const [place, values] of Object.entries(expected.attribute ?? {})) {
    const [selector = '', name = ''] = place.split('@');
    const found = [...body.querySelectorAll(selector)].map((element) => element.getAttribute(name));
    compare(place, found, values);
  }
  for (const [selector, count] of Object.entries(expected.count ?? {}))
    compare(`number of ${selector}`, body.querySelectorAll(selector).length, count);
  for (const part of expected.contains ?? [])
    compare(`holds "${part}"`, body.innerHTML.includes(part) || article.text.includes(part), true);
  for (const part of expected.lacks ?? []) compare(`holds "${part}"`, article.html.includes(part), false);
}

function compareStructure(body: HTMLElement, { structure, url = FIXTURE_ADDRESS }: Expected, compare: Compare): void {
  const found = structure && readStructure(body, url);
  for (const kind of KINDS) if (structure?.[kind]) compare(kind, found?.[kind], structure[kind]);
  const links = [...body.querySelectorAll('a[role=doc-noteref], a[role=doc-backlink]')];
  const leadsNowhere = (link: Element) => !body.querySelector(`[id="${link.getAttribute('href')?.slice(1)}"]`);
  compare('links of footnotes to nothing', links.filter(leadsNowhere).length, 0);
}
