import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Article } from '../../model/article.ts';
import type { PagesNews } from '../../ui/parts/offer-pages.ts';
import type { ReaderSurfaceParts } from '../../ui/reader/reader-surface.ts';
import type { Completeness } from './use-completeness.ts';

export interface Pages extends Pick<PagesNews, 'notice'> {
  /** The article to show: as it was read, or with the pages that the person had joined. */
  article: Article;
}

const NONE: PagesNews = { notice: null, extend: null };

/** Joins the further pages of an article when the person asks for it. */
export function usePages({ article, offerPages }: Completeness, parts: ReaderSurfaceParts): Pages {
  const [{ notice, extend }, show] = useState(NONE);
  useEffect(() => {
    show(NONE);
    return offerPages?.(parts, show);
  }, [offerPages]);
  return { notice, article: useMemo(() => extend?.(article) ?? article, [extend, article]) };
}
