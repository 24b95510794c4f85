import { foldName, primaryLanguage, STATES, type State } from './facets.ts';
import { type Clause, parseQuery } from './parse-query.ts';

/** Items must have this facet, or with `prefix` one that begins so. */
export interface SearchFilter {
  facet: string;
  prefix: boolean;
}

export interface ParsedSearch {
  clauses: Clause[];
  filters: SearchFilter[];
}

const KINDS = { site: 'site', tag: 'tag', is: 'is', lang: 'lang', 网站: 'site', 标签: 'tag', 状态: 'is', 语言: 'lang' };
const STATE_WORDS: Record<string, State> = {
  未读: 'unread',
  在读: 'started',
  读完: 'read',
  已读: 'read',
  收藏: 'favourite',
  归档: 'archived',
  链接: 'link',
  抓取: 'fetched',
  失效: 'gone',
  需登录: 'sign-in',
  非文章: 'not-article',
  favorite: 'favourite',
};
const FILTER = new RegExp(
  String.raw`(?<=^|\s)(${Object.keys(KINDS).join('|')})[:：]("[^"]*"?|“[^”]*”?|[^\s"“]+)(?=\s|$)`,
  'giu',
);

/** Reads what was typed into the search box: filters such as `tag:travel`, `site:example.org`, `is:unread`, and words. */
export function parseSearch(input: string): ParsedSearch {
  const filters: SearchFilter[] = [];
  const words = input.replace(FILTER, (whole, name: string, value: string, offset: number) => {
    const typing = offset + whole.length === input.length && !/["”]$/.test(whole);
    const filter = filterOf(KINDS[name.toLowerCase() as keyof typeof KINDS], value.replace(/["“”]/g, ''), typing);
    if (filter) filters.push(filter);
    return filter || typing ? ' ' : whole;
  });
  return { clauses: parseQuery(words), filters };
}

/** `typing` is true while the value may go on; a state that is not complete asks for nothing yet. */
function filterOf(kind: string, value: string, typing: boolean): SearchFilter | null {
  const folded = foldName(value);
  if (folded === '') return null;
  if (kind === 'is') {
    const state = STATES.find((known) => known === folded) ?? STATE_WORDS[folded];
    return state ? { facet: `is:${state}`, prefix: false } : null;
  }
  if (kind === 'lang') return { facet: `lang:${primaryLanguage(folded)}`, prefix: false };
  if (kind === 'tag') return { facet: `tag:${folded}`, prefix: typing };
  const site = folded.replace(/^https?:\/\//, '').replace(/^www\.|\/.*$/g, '');
  return { facet: `site:${site}`, prefix: typing || !site.includes('.') };
}
