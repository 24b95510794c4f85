import type { Article } from '../../model/article.ts';
import type { Translate } from '../../model/message-key.ts';
import { useShown } from '../after-paint.ts';
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
 * first use of `Intl` takes time (`useShown`), for which nobody should wait to see the article. Until then their room is
 * kept.
 */
export function ArticleHead({ article, translate, locale }: ArticleHeadProps) {
  const { title, lang, byline, siteName, publishedTime, readingMinutes } = article;
  const shown = useShown();
  const date = publishedTime && (shown ? formatPublishedDate(publishedTime, locale) : publishedTime.slice(0, 10));
  const minutes = shown ? new Intl.NumberFormat(locale).format(readingMinutes) : String(readingMinutes);
  return (
    <header class="page-head">
      <h1 class="page-title" data-long={title.length > LONG_TITLE || undefined}>
        <bdi>{shown && lang?.startsWith('zh') ? titleWords(title) : title}</bdi>
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
          <time class="page-date" dateTime={publishedTime} data-pending={!shown || undefined}>
            <bdi>{date}</bdi>
          </time>
        )}
        <span class="page-minutes" data-pending={!shown || undefined}>
          <bdi>{translate('readerMinutes', minutes)}</bdi>
        </span>
      </p>
    </header>
  );
}
