import { addPages } from '../../extraction/pagination/add-pages.ts';
import { type FollowedPages, followPages } from '../../extraction/pagination/follow-pages.ts';
import { baseOf } from '../../extraction/resolve-address.ts';
import type { PageSeries } from '../../model/address/page-series.ts';
import type { Article } from '../../model/article.ts';
import type { LoosePage } from '../../model/extraction-outcome.ts';
import type { MessageKey } from '../../model/message-key.ts';

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
  /** The outcome: a message and the page that it names. Null when the person stopped it before anything was joined. */
  says: [key: MessageKey, page: string] | null;
  /** The article with the further pages behind it. */
  extend(article: Article): Article;
}

/** The optional part `pages`. */
export type JoinPages = (orders: JoinOrders) => Promise<JoinedPages>;

/** After this time an unanswered request is given up. */
const PATIENCE_MS = 30_000;

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

/**
 * Requests another page from the page's own site, as the page itself would: from within it, with its cookies. The
 * browser parses the answer, in the encoding that its type or the page names; nothing in it runs or loads. Throws when
 * there is no page, when another site answers, and beyond `mostBytes`.
 */
function loadLoosePage(
  address: string,
  mostBytes: number,
  signal: AbortSignal,
): Promise<{ page: LoosePage; bytes: number }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let bytes = 0;
    request.open('GET', address);
    request.responseType = 'document';
    request.timeout = PATIENCE_MS;
    request.onprogress = ({ loaded }) => {
      bytes = loaded;
      if (loaded > mostBytes) request.abort();
    };
    request.onload = () => {
      const { responseXML: page, responseURL: url, status } = request;
      if (page === null || status >= 400 || new URL(url).origin !== new URL(address).origin)
        reject(new Error(`${address} gave no page`));
      else resolve({ page: { document: page, url, base: baseOf(page, url) }, bytes });
    };
    request.onerror = request.onabort = request.ontimeout = () => reject(new Error(`${address} did not come`));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) reject(new Error('stopped'));
    else request.send();
  });
}
