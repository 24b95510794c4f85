import { latePattern } from '../late-pattern.ts';
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

/** What a filter may be called: English works everywhere, and each interface language has its own words. */
const KINDS = {
  ...{ site: 'site', tag: 'tag', is: 'is', lang: 'lang' },
  ...{ 网站: 'site', 标签: 'tag', 状态: 'is', 语言: 'lang' },
  ...{ 網站: 'site', 標籤: 'tag', 狀態: 'is', 語言: 'lang' },
  ...{ サイト: 'site', タグ: 'tag', 状態: 'is', 言語: 'lang' },
  ...{ موقع: 'site', وسم: 'tag', حالة: 'is', لغة: 'lang' },
};
const STATE_WORDS: Record<State, string[]> = {
  unread: ['未读', '未読', 'جديد', 'غير مقروء'],
  started: ['在读', '読書中', 'قيد القراءة'],
  read: ['读完', '已读', '既読', 'مقروء'],
  favourite: ['favorite', '收藏', 'お気に入り', 'مفضل'],
  archived: ['归档', '封存', 'アーカイブ', 'مؤرشف'],
  link: ['链接', '連結', 'リンク', 'رابط'],
  fetched: ['抓取', '擷取', '取得済み', 'مجلوب'],
  gone: ['失效', 'リンク切れ', 'مفقود'],
  'sign-in': ['需登录', '要ログイン', 'يتطلب الدخول'],
  'not-article': ['非文章', '記事以外', 'ليس مقالًا'],
};
const FILTER = latePattern(
  String.raw`(?<=^|\s)(${Object.keys(KINDS).join('|')})[:：]("[^"]*"?|“[^”]*”?|[^\s"“]+)(?=\s|$)`,
  'giu',
);

/** Reads what was typed into the search box: filters such as `tag:travel`, `site:example.org`, `is:unread`, and words. */
export function parseSearch(input: string): ParsedSearch {
  const filters: SearchFilter[] = [];
  const words = input.replace(FILTER(), (whole, name: string, value: string, offset: number) => {
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
    const state = STATES.find((known) => known === folded || STATE_WORDS[known].map(foldName).includes(folded));
    return state ? { facet: `is:${state}`, prefix: false } : null;
  }
  if (kind === 'lang') return { facet: `lang:${primaryLanguage(folded)}`, prefix: false };
  if (kind === 'tag') return { facet: `tag:${folded}`, prefix: typing };
  const site = folded.replace(/^https?:\/\//, '').replace(/^www\.|\/.*$/g, '');
  return { facet: `site:${site}`, prefix: typing || !site.includes('.') };
}
