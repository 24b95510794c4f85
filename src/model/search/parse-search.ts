import { latePattern } from '../text/late-pattern.ts';
import { primaryLanguage, STATES, type State } from './facets.ts';
import { foldName } from './fold.ts';
import { type Clause, parseQuery } from './parse-query.ts';

/** Items must have this facet, or with `prefix` one that begins so; with `not` they must have none of these. */
export interface SearchFilter {
  facet: string;
  prefix: boolean;
  not: boolean;
}

interface ParsedSearch {
  clauses: Clause[];
  /** What an item must not have, in its text or tags. */
  without: Clause[];
  filters: SearchFilter[];
}

/** Names of filters: English ones work everywhere, and each interface language has its own. */
const KINDS = {
  ...{ site: 'site', tag: 'tag', is: 'is', lang: 'lang' },
  ...{ 网站: 'site', 标签: 'tag', 状态: 'is', 语言: 'lang' },
  ...{ 網站: 'site', 標籤: 'tag', 狀態: 'is', 語言: 'lang' },
  ...{ サイト: 'site', タグ: 'tag', 状態: 'is', 言語: 'lang' },
  ...{ موقع: 'site', وسم: 'tag', حالة: 'is', لغة: 'lang' },
};
/** Includes all names that the list shows for a state: people may search for what they read there. */
const STATE_WORDS: Record<State, string[]> = {
  unread: ['未读', '未読', 'جديد', 'غير مقروء'],
  started: ['在读', '読書中', 'قيد القراءة'],
  read: ['读完', '已读', '已读完', '既読', '読了', 'مقروء'],
  favourite: ['favorite', '收藏', 'お気に入り', 'مفضل', 'المفضلة'],
  archived: ['archive', '归档', '封存', 'アーカイブ', 'مؤرشف', 'الأرشيف'],
  link: [
    'link without text',
    '链接',
    '没有正文的链接',
    '連結',
    '沒有內文的連結',
    'リンク',
    '本文のないリンク',
    'رابط',
    'رابط بلا نص',
  ],
  fetched: [
    'fetched by recto',
    '抓取',
    '获取',
    '由 Recto 获取',
    '擷取',
    '由 Recto 擷取',
    '取得済み',
    'Recto が取得',
    'مجلوب',
    'جلبه Recto',
  ],
  gone: ['失效', '已失效', 'リンク切れ', 'مفقود', 'لم يعد موجودًا'],
  'sign-in': [
    'needs sign-in',
    '需登录',
    '需要登录',
    '需要登入',
    '要ログイン',
    'ログインが必要',
    'يتطلب الدخول',
    'يتطلب تسجيل الدخول',
  ],
  'not-article': ['not an article', '非文章', '不是文章', '記事以外', '記事ではない', 'ليس مقالًا'],
};
/** A phrase in any of the quotation marks that `parseQuery` knows; the closing one may not be typed yet. */
const QUOTED = '"[^"]*"?|“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|「[^」]*」?|『[^』]*』?|＂[^＂]*＂?';

/** A phrase, in which nothing is a filter (`"see tag:x"`), or a filter: minus, name and value. */
const FILTER = latePattern(
  String.raw`(?<=^|\s)(?:${QUOTED}|([-－−]?)(${Object.keys(KINDS).join('|')})[:：]` +
    String.raw`("(?:[^"]|"")*"?|“[^”]*”?|[^\s"“]+)(?=\s|$))`,
  'giu',
);

/**
 * A phrase, in which a minus is text (`"rm -rf"`), or what is left out: a word or a phrase directly behind a minus that
 * begins a word.
 */
const LEFT_OUT = latePattern(String.raw`(?<=^|\s)(?:${QUOTED}|[-－−](${QUOTED}|[\p{L}\p{N}]\S*))`, 'gu');

/** Reads what was typed into the search box: filters such as `tag:travel`, `-site:example.org`, `is:unread`, and words, also `-word`. */
export function parseSearch(input: string): ParsedSearch {
  const filters: SearchFilter[] = [];
  const words = input.replace(
    FILTER(),
    (whole, minus: string, name: string | undefined, value: string, offset: number) => {
      if (name === undefined) return whole;
      const typing = offset + whole.length === input.length && !/["”]$/.test(whole);
      const filter = filterOf(KINDS[name.toLowerCase() as keyof typeof KINDS], unquoted(value), typing);
      if (filter) filters.push({ ...filter, not: minus !== '' });
      return filter || typing ? ' ' : whole;
    },
  );
  const without: Clause[] = [];
  const wanted = words.replace(LEFT_OUT(), (whole, value: string | undefined) => {
    if (value === undefined) return whole;
    // As it stands, and no longer words: while it is typed, more would be gone than is meant.
    without.push(...parseQuery(`"${value.replace(/["“”„«»「」『』＂]/g, '')}"`));
    return ' ';
  });
  return { clauses: parseQuery(wanted), without, filters };
}

/** A quotation mark doubled within quotes is part of the value, as in the links to tags. */
const unquoted = (value: string): string =>
  value.startsWith('"') ? value.replace(/^"|"$/g, '').replaceAll('""', '"') : value.replace(/[“”]/g, '');

/** `typing` is true while the value may go on; an incomplete state filters nothing yet. */
function filterOf(kind: string, value: string, typing: boolean): Omit<SearchFilter, 'not'> | null {
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
