import { asRecord } from '../../model/parsing/as-record.ts';
import { attributeOrNull, findAll, rawText } from '../find-elements.ts';
import { parseLinkedData } from '../metadata/parse-linked-data.ts';

/**
 * What a page declares to search engines of an article that not everybody can read.
 *
 * https://developers.google.com/search/docs/appearance/structured-data/paywalled-content
 */
interface PaidParts {
  /** Selectors of the paid parts; empty where the page does not say which. */
  selectors: string[];
  /** Words of the whole article; 0 where the page does not say. */
  words: number;
}

type Node = Record<string, unknown>;

const ARTICLE = /(?:article|posting|report|review|webpage|creativework)$/i;
/** Keys of the data under which the article may be; not those of lists. */
const AROUND = ['@graph', 'mainEntity', 'mainEntityOfPage'];
const DEEPEST = 6;

/**
 * Reads the declaration. Null where there is none, or where anything is declared free: a page that says both says
 * nothing.
 */
export function readPaidParts(page: Document): PaidParts | null {
  const nodes = findAll(page, 'script[type*="ld+json"]')
    .flatMap((script) => listNodes(parseLinkedData(rawText(script))))
    .filter((node) => list(node['@type']).some((type) => ARTICLE.test(String(type))) && isOf(node, page));
  const marked = (name: string) =>
    findAll(page, `[itemprop~="${name}"]`).map((element) => attributeOrNull(element, 'content') ?? rawText(element));
  const said = [...nodes.flatMap((node) => list(node['isAccessibleForFree'])), ...marked('isAccessibleForFree')];
  if (said.length === 0 || !said.every(isFalse)) return null;
  const parts = nodes.flatMap((node) => list(node['hasPart']).map(asRecord));
  const paid = parts.filter((part) => list(part['isAccessibleForFree']).some(isFalse));
  const selectors = [...paid.flatMap((part) => list(part['cssSelector'])), ...marked('cssSelector')];
  const counts = [...nodes.map((node) => node['wordCount']), ...marked('wordCount')].map(Number);
  return {
    selectors: selectors.filter((selector) => typeof selector === 'string'),
    words: Math.max(0, ...counts.filter(Number.isFinite)),
  };
}

function listNodes(value: unknown, depth = 0): Node[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => listNodes(item, depth + 1));
  const node = asRecord(value);
  return [node, ...AROUND.flatMap((key) => listNodes(node[key], depth + 1))];
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** Whether a value is false: written as a value, as a word, or as the word's address in the vocabulary. */
const isFalse = (value: unknown): boolean => /^(?:https?:\/\/schema\.org\/)?false$/i.test(String(value).trim());

/** Whether the data are of this page: one that shows article after article may still have those of the first. */
function isOf(node: Node, page: Document): boolean {
  const of = node['mainEntityOfPage'];
  const addresses = [node['url'], of, asRecord(of)['@id']].filter(
    (address) => typeof address === 'string' && /^(?:https?:\/)?\//.test(address),
  );
  const path = pathOf(page.URL, page);
  return addresses.length === 0 || addresses.some((address) => pathOf(String(address), page) === path);
}

const pathOf = (address: string, page: Document): string | undefined =>
  URL.parse(address, page.URL)?.pathname.replace(/\/$/, '');
