import { normaliseUrl } from './normalise-url.ts';

/** The pages that one article is spread over. */
export interface PageSeries {
  /** The address of a page, from 1 on, as `normaliseUrl` gives it. */
  keyOf(page: number): string;
  /** Lists are paged by such addresses (`/news/page/2`, `/news?page=2`) more often than articles are. */
  isLikeList: boolean;
}

/** Parameters that number pages; `start` and `offset` count other things. */
const PARAMETER = /^(?:p|pg|pn|page|paged|pagina|pagenum|pagenumber|pageno|page_?(?:no|num|number|index)|seite)$/i;

/**
 * A path that ends in a page number: `story_2.html`, `story-2.html`, `story/2/`, `story/page/2`, `story-p2`. A number
 * of more than two digits names an article.
 */
const PATH = /^(.+?)([_-]p?|\/(?:(?:page|pages|p|seite|pagina)[-_/]?)?)(\d{1,2})(\.\w{1,5})?(\/?)$/i;

/**
 * The series in which `current` is page 1 and `next` page 2; null when the addresses differ by anything but a page
 * number. A number that merely counts up is not enough: `/story/7` and `/story/8` are two articles.
 *
 * @param said the number in the link's label, null for none; some sites count from 0 in addresses
 */
export function pageSeries(current: string, next: string, said: number | null): PageSeries | null {
  if (!URL.canParse(current) || !URL.canParse(next) || new URL(current).origin !== new URL(next).origin) return null;
  const from = new URL(normaliseUrl(current));
  const to = new URL(normaliseUrl(next));
  if (/^\/(?:index\.\w+)?$/.test(from.pathname) && from.search === '') return null;
  if (from.pathname === to.pathname) return seriesInQuery(from, to, said);
  return from.search === to.search ? seriesInPath(from, to, said) : null;
}

function seriesInQuery(from: URL, to: URL, said: number | null): PageSeries | null {
  const changed = [...to.searchParams].filter(([name, value]) => from.searchParams.get(name) !== value);
  const [name, value] = changed[0] ?? ['', ''];
  if (changed.length !== 1 || !PARAMETER.test(name) || !/^\d$/.test(value)) return null;
  const others = (url: URL) => [...url.searchParams].filter(([other]) => other !== name).join('&');
  const before = from.searchParams.get(name);
  // Many sites name an article by `?p=1`.
  if (before !== null && name.length === 1) return null;
  const first = firstNumber(before, Number(value), said);
  if (others(from) !== others(to) || first === null) return null;
  return series(from, first, true, (number) => {
    const address = new URL(to);
    address.searchParams.set(name, String(number));
    return address;
  });
}

function seriesInPath(from: URL, to: URL, said: number | null): PageSeries | null {
  const [, stem = '', mark = '', value = '', extension = '', slash = ''] = PATH.exec(to.pathname) ?? [];
  if (!value || stem === '/') return null;
  const rest = from.pathname.startsWith(stem) ? from.pathname.slice(stem.length) : null;
  const numbered = /^(.*?)([01])(\.\w{1,5})?\/?$/.exec(rest ?? '');
  const before = rest !== null && numbered?.[1] === mark && (numbered[3] ?? '') === extension ? numbered[2] : null;
  const isNamed = /[a-z]/i.test(mark);
  // `story/1` and `story-1` may be stories; a word for pages, or a label with the number, says that it is a page.
  if (before !== null && !(isNamed || (mark === '_' && said !== null))) return null;
  if (before === null && !isUnnumbered(from.pathname, stem, extension)) return null;
  if (mark === '-' && said === null) return null;
  const first = firstNumber(before ?? null, Number(value), said);
  if (first === null) return null;
  return series(from, first, mark.startsWith('/') && isNamed, (number) => {
    const address = new URL(to);
    address.pathname = `${stem}${mark}${number}${extension}${slash}`;
    return address;
  });
}

/** The path without any number: as it is, without its extension, or the index of its folder. */
function isUnnumbered(path: string, stem: string, extension: string): boolean {
  const plain = path.replace(/\/$/, '');
  const unnamed = plain.replace(/\.\w{1,5}$/, '');
  return plain === `${stem}${extension}` || (extension === '' && unnamed === stem) || `${path}index` === stem;
}

/** The number that page 1 has in addresses, written or not; null where `second` is not the one after it. */
function firstNumber(before: string | null, second: number, said: number | null): number | null {
  if (said !== null && said !== 2) return null;
  const first = before === null ? (said === 2 && second === 1 ? 0 : 1) : Number(before);
  return second === first + 1 ? first : null;
}

function series(from: URL, first: number, isLikeList: boolean, addressOf: (number: number) => URL): PageSeries {
  return {
    isLikeList,
    keyOf: (page) => normaliseUrl((page === 1 ? from : addressOf(first + page - 1)).href),
  };
}
