import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../../model/article.ts';
import type { Translate } from '../../model/message-key.ts';
import { afterPaint } from '../after-paint.ts';
import { formatPublishedDate } from './format-published-date.ts';
import { titleWords } from './title-words.tsx';

/** From this length on a title is set as a paragraph: at headline size it would fill the first screen. */
const LONG_TITLE = 140;

interface ArticleHeadProps {
  article: Article;
  translate: Translate;
  locale: string;
}

/**
 * Title, and one quiet line with byline, site, date and reading time. All of it comes from the page: text, isolated.
 *
 * Date and minutes are put into words with the frame after the text's, and a Chinese title is parted into its words: the
 * first use of `Intl` in a page takes about 15 ms, for which nobody should wait to see the article. Until then their room
 * is kept.
 */
export function ArticleHead({ article, translate, locale }: ArticleHeadProps) {
  const { title, lang, byline, siteName, publishedTime, readingMinutes } = article;
  const [painted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => setPainted(true)), []);
  const date = publishedTime && (painted ? formatPublishedDate(publishedTime, locale) : publishedTime.slice(0, 10));
  const minutes = painted ? new Intl.NumberFormat(locale).format(readingMinutes) : String(readingMinutes);
  return (
    <header class="page-head">
      <h1 class="page-title" data-long={title.length > LONG_TITLE || undefined}>
        <bdi>{painted && lang?.startsWith('zh') ? titleWords(title) : title}</bdi>
      </h1>
      <p class="page-line">
        {byline && (
          <span class="page-byline">
            <bdi>{byline}</bdi>
          </span>
        )}
        {siteName && siteName !== byline && (
          <span class="page-site">
            <bdi>{siteName}</bdi>
          </span>
        )}
        {date && (
          <time class="page-date" dateTime={publishedTime} data-pending={!painted || undefined}>
            <bdi>{date}</bdi>
          </time>
        )}
        <span class="page-minutes" data-pending={!painted || undefined}>
          <bdi>{translate('readerMinutes', minutes)}</bdi>
        </span>
      </p>
    </header>
  );
}
