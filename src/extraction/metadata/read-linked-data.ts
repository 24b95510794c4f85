import { findAll, rawText } from '../find-elements.ts';
import { oncePerPage } from '../once-per-page.ts';
import { cleanText } from './clean-text.ts';
import { parseLinkedData } from './parse-linked-data.ts';

/** What the page's JSON-LD says about it, in the terms of https://schema.org/Article. Lists are in document order. */
interface LinkedData {
  headlines: string[];
  authors: string[];
  /** Names of the publisher and of the website. */
  sites: string[];
  published: string | null;
  modified: string | null;
  description: string | null;
  image: string | null;
  lang: string | null;
  /** The types that the page declares: `Recipe`, `WebPage`. */
  types: string[];
}

type LinkedNode = Record<string, unknown>;

const ARTICLE = /(?:article|report|posting|review|recipe|howto|creativework|guide|(?:web|item)page)$/i;
const SITE = /^(?:website|(?:newsmedia)?organization|corporation|blog)$/i;

/** Reads the page's JSON-LD. */
export const readLinkedData = oncePerPage((page): LinkedData => {
  const nodes: LinkedNode[] = [];
  for (const script of findAll(page, 'script[type*="ld+json"]')) collect(parseLinkedData(rawText(script)), nodes, 0);
  const articles = nodes.filter((node) => typeOf(node).some((type) => ARTICLE.test(type)));
  // Articles before pages: the name of a `WebPage` often is a title for search engines.
  articles.sort((a, b) => Number(isPage(a)) - Number(isPage(b)));
  // A node without an id gets itself as the key, so that a reference without an id does not find it.
  const byId = new Map(nodes.map((node) => [node['@id'] || node, node]));
  return summarise(articles, nodes, byId);
});

function summarise(articles: LinkedNode[], nodes: LinkedNode[], byId: Map<unknown, LinkedNode>): LinkedData {
  const all = (key: string) => articles.flatMap((node) => namesIn(node[key], byId));
  const proper = articles.filter((node) => !isPage(node));
  const authors = articles.flatMap((node) => asArray(node['author']));
  return {
    headlines: [...proper, ...articles].flatMap((node) => [...textsIn(node['headline']), ...textsIn(node['name'])]),
    authors:
      proper.map((node) => namesIn(node['author'] ?? node['creator'], byId)).find((found) => found.length > 0) ?? [],
    sites: [
      ...all('publisher'),
      // Not an organisation that is an author, such as `Contributors to Wikimedia projects`.
      ...nodes
        .filter((node) => !authors.includes(node) && typeOf(node).some((type) => SITE.test(type)))
        .flatMap((node) => textsIn(node['name'])),
    ],
    published: first(articles, 'datePublished') ?? first(articles, 'dateCreated'),
    modified: first(articles, 'dateModified'),
    description: first(articles, 'description'),
    image:
      articles.map((node) => imageOf(node['image'], byId) ?? textsIn(node['thumbnailUrl'])[0]).find(Boolean) ?? null,
    lang: first(articles, 'inLanguage'),
    types: articles.flatMap(typeOf),
  };
}

function collect(value: unknown, into: LinkedNode[], depth: number): void {
  if (depth > 6 || into.length > 500 || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, into, depth + 1);
    return;
  }
  const node = value as LinkedNode;
  into.push(node);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'publisher', 'isPartOf'])
    collect(node[key], into, depth + 1);
}

const isPage = (node: LinkedNode) => typeOf(node).every((type) => /(?:page|creativework)$/i.test(type));

function typeOf(node: LinkedNode): string[] {
  return asArray(node['@type']).filter((type) => typeof type === 'string');
}

const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

function textsIn(value: unknown): string[] {
  return asArray(value).flatMap((item) => (typeof item === 'string' ? (cleanText(item) ?? []) : []));
}

function first(nodes: LinkedNode[], key: string): string | null {
  for (const node of nodes) {
    const value = asArray(node[key]).find((item) => typeof item === 'string');
    if (value) return cleanText(String(value));
  }
  return null;
}

/** The names of persons or organisations, each given as text, as an object, or as a reference to another node. */
function namesIn(value: unknown, byId: Map<unknown, LinkedNode>): string[] {
  return asArray(value).flatMap((item) => {
    if (typeof item === 'string') return textsIn(item);
    // A number has no such properties either, so the cast does no harm.
    const node = item as LinkedNode | null;
    return textsIn(node?.['name'] ?? byId.get(node?.['@id'])?.['name']);
  });
}

function imageOf(value: unknown, byId: Map<unknown, LinkedNode>): string | null {
  const item = asArray(value)[0];
  if (typeof item === 'string') return item;
  if (typeof item !== 'object' || item === null) return null;
  const node = item as LinkedNode;
  const target = byId.get(node['@id']) ?? node;
  return textsIn(target['url'] ?? target['contentUrl'])[0] ?? null;
}
