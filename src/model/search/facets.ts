import { BEGUN, FINISHED } from '../reading-position.ts';
import type { SavedMetadata } from '../saved-article.ts';
import { foldName } from './fold.ts';
import { termsOf } from './tokenise.ts';

/** The states that `is:` asks for. */
export const STATES = [
  'unread',
  'started',
  'read',
  'favourite',
  'archived',
  'link',
  'fetched',
  'gone',
  'sign-in',
  'not-article',
] as const;
export type State = (typeof STATES)[number];

/**
 * What an item can be filtered by, as keys of one index: `is:unread`, `tag:travel`, `site:example.org`, `lang:zh`, and
 * `word:` for each term of its tags, so that a word finds tags too. A deleted item has none.
 */
export function facetsOf(item: SavedMetadata): string[] {
  if (item.place === 'deleted') return [];
  return [
    ...statesOf(item).map((state) => `is:${state}`),
    ...item.tags.map((tag) => `tag:${foldName(tag)}`),
    ...new Set(item.tags.flatMap(termsOf).map((term) => `word:${term}`)),
    ...sitesOf(item).map((site) => `site:${site}`),
    ...(item.lang ? [`lang:${primaryLanguage(item.lang)}`] : []),
  ];
}

function statesOf(item: SavedMetadata): State[] {
  const progress = item.position?.progress ?? 0;
  const reading = progress >= FINISHED ? 'read' : progress > BEGUN ? 'started' : 'unread';
  return [
    reading,
    ...(item.favourite ? (['favourite'] as const) : []),
    ...(item.place === 'archive' ? (['archived'] as const) : []),
    ...(item.kind === 'link' ? (['link'] as const) : []),
    ...(item.fetched ? [item.fetched.outcome === 'kept' ? ('fetched' as const) : item.fetched.outcome] : []),
  ];
}

/** The host, the hosts above it down to two labels, and what the site calls itself. */
function sitesOf({ url, siteName }: SavedMetadata): string[] {
  const labels = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '').split('.') : [];
  const hosts = labels.map((_label, at) => labels.slice(at).join('.')).slice(0, Math.max(1, labels.length - 1));
  return [...new Set([...hosts, ...(siteName ? [foldName(siteName)] : [])])].filter((site) => site !== '');
}

/** `zh` of `zh-Hant-TW`. */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
