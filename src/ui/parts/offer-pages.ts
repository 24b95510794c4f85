import type { PageSeries } from '../../model/address/page-series.ts';
import type { Article } from '../../model/article.ts';
import type { Translate } from '../../model/message-key.ts';
import type { NoticeAction } from '../notice-line.tsx';
import type { JoinPages } from './join-pages.ts';

/** News about the further pages of an article. */
export interface PagesNews {
  /** The line to show; null for none. */
  notice: { text: string; actions: NoticeAction[] } | null;
  /** Gives an article with the pages that were joined behind it; null where none were. */
  extend: ((article: Article) => Article) | null;
}

interface PagesReader {
  translate: Translate;
  loadPart: (name: 'pages') => Promise<JoinPages>;
  /** Sanitises. */
  toFragment: (html: string) => DocumentFragment;
}

/** Offers to join the further pages; `show` hears each change. Gives the function that ends it. */
export type OfferPages = (reader: PagesReader, show: (news: PagesNews) => void) => () => void;

/** Offers the further pages of an article. They are fetched only when the person wants them. */
export const offerPages =
  (series: PageSeries, article: Article): OfferPages =>
  ({ translate, loadPart, toFragment }, show) => {
    let order = new AbortController();
    let extend: PagesNews['extend'] = null;
    const tell = (text: string, ...actions: NoticeAction[]) => show({ notice: { text, actions }, extend });
    const dismiss = () => show({ notice: null, extend });
    const offer = () => {
      extend = null;
      tell(
        translate('readerPages'),
        { label: translate('readerPagesJoin'), onPress: () => void join().catch(fail) },
        { label: translate('popupNotNow'), onPress: dismiss },
      );
    };
    const end = (text: string) =>
      tell(
        text,
        { label: translate('readerUndo'), onPress: offer },
        { label: translate('listClose'), onPress: dismiss },
      );
    const fail = () => {
      if (!isOver) end(translate('readerPagesFailed', '2'));
    };
    const join = async () => {
      // A run that was stopped is over, whatever it brings.
      order = new AbortController();
      const { signal } = order;
      const stop = { label: translate('readerPagesStop'), onPress: () => order.abort() };
      const onPage = (number: number) => tell(translate('readerPagesReading', String(number)), stop);
      onPage(2);
      const joinPages = await loadPart('pages');
      const joined = await joinPages({ series, article, onPage, signal, toFragment });
      if (isOver) return;
      if (!joined.says) return offer();
      extend = joined.extend;
      end(translate(...joined.says));
    };
    let isOver = false;
    offer();
    return () => {
      isOver = true;
      order.abort();
    };
  };
