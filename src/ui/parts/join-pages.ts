import { addPages } from '../../extraction/pagination/add-pages.ts';
import { type FollowedPages, followPages } from '../../extraction/pagination/follow-pages.ts';
import type { Article } from '../../model/article.ts';
import type { LoosePage } from '../../model/extraction-outcome.ts';
import type { MessageKey } from '../../model/message-key.ts';
import type { PageSeries } from '../../model/page-series.ts';
import { loadLoosePage } from './load-loose-page.ts';

interface JoinOrders {
  series: PageSeries;
  /** The article as it was read of the page in front. */
  article: Article;
  /** Is told the number of each page before it is asked for. */
  onPage(number: number): void;
  signal: AbortSignal;
  /** Sanitises. */
  toFragment: (html: string) => DocumentFragment;
}

export interface JoinedPages {
  /** What came of it: a message and the page that it names. Null where nothing was joined because it was stopped. */
  says: [key: MessageKey, page: string] | null;
  /** The article with the further pages behind it. */
  extend(article: Article): Article;
}

/** The optional part `pages`. */
export type JoinPages = (orders: JoinOrders) => Promise<JoinedPages>;

/** Joins the further pages of the article in `document`. `read` is the extraction; it throws where it finds no article. */
export async function joinPages(orders: JoinOrders, read: (page: LoosePage) => Promise<Article>): Promise<JoinedPages> {
  const { toFragment, signal } = orders;
  const followed = await followPages({
    ...orders,
    first: { document, url: document.URL, base: document.baseURI },
    load: (address, mostBytes) => loadLoosePage(address, mostBytes, signal),
    read,
  });
  return { says: tell(followed), extend: (article) => addPages(article, followed.pages, toFragment) };
}

function tell({ pages, end }: FollowedPages): JoinedPages['says'] {
  const last = pages.length + 1;
  if (end === 'failed') return ['readerPagesFailed', String(last + 1)];
  if (last > 1) return [end === 'limit' ? 'readerPagesLimit' : 'readerPagesShown', String(last)];
  return end === 'stopped' ? null : ['readerPagesNothing', ''];
}
