import { normaliseUrl } from '../../model/address/normalise-url.ts';
import type { PageSeries } from '../../model/address/page-series.ts';
import type { Article } from '../../model/article.ts';
import type { LoosePage } from '../../model/extraction-outcome.ts';
import { attributeOf, findAll } from '../find-elements.ts';
import { knownText } from './add-pages.ts';

/** Why the series ended. */
type SeriesEnd = 'whole' | 'stopped' | 'limit' | 'failed';

export interface FollowedPages {
  /** The pages after the first, in order. */
  pages: Pick<Article, 'html' | 'text'>[];
  end: SeriesEnd;
}

export interface FollowOrders {
  series: PageSeries;
  /** The page in front. */
  first: LoosePage;
  article: Article;
  /** Gets a page of at most this many bytes. Throws where it cannot. */
  load(address: string, mostBytes: number): Promise<{ page: LoosePage; bytes: number }>;
  /** Reads a page. Throws where there is no article in it. */
  read(page: LoosePage): Promise<Article>;
  /** Is told the number of each page before it is asked for. */
  onPage(number: number): void;
  signal: AbortSignal;
}

/** An article with more pages is a book, or an endless series. */
export const MOST_PAGES = 30;
/** All further pages together, in bytes. */
export const MOST_BYTES = 10_000_000;

/**
 * Reads the further pages of an article, each only where the one before links to it. A page of mostly known text ends
 * the series: sites answer with the last page, or the first, where no such page exists. Never throws.
 */
export async function followPages(orders: FollowOrders): Promise<FollowedPages> {
  const pages: FollowedPages['pages'] = [];
  const known = knownText();
  known.add(orders.article.text);
  let room = MOST_BYTES;
  let at = orders.first;
  for (let number = 2; ; number++) {
    const address = linkToPage(at.document, at.base, orders.series, number);
    if (address === null) return { pages, end: 'whole' };
    if (number > MOST_PAGES || room <= 0) return { pages, end: 'limit' };
    orders.onPage(number);
    try {
      const { page, bytes } = await orders.load(address, room);
      const { html, text } = await orders.read(page);
      if (orders.signal.aborted) return { pages, end: 'stopped' };
      if (known.repeats(text)) return { pages, end: 'whole' };
      known.add(text);
      pages.push({ html, text });
      room -= bytes;
      at = page;
    } catch {
      return { pages, end: orders.signal.aborted ? 'stopped' : 'failed' };
    }
  }
}

/**
 * The address of a page of a series, as another of its pages links to it; null where none does, or only to another
 * origin.
 *
 * @param base where the relative links of `page` start
 */
function linkToPage(page: Document, base: string, series: PageSeries, number: number): string | null {
  const key = series.keyOf(number);
  for (const link of findAll(page, 'a[href], link[rel~=next i]')) {
    const said = attributeOf(link, 'href').trim();
    if (!said || !URL.canParse(said, base)) continue;
    const { href, origin } = new URL(said, base);
    if (origin === new URL(base).origin && normaliseUrl(href) === key) return href.replace(/#.*$/s, '');
  }
  return null;
}
