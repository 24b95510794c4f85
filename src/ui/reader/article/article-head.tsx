import type { ComponentChild } from 'preact';
import type { Article } from '../../../model/article.ts';
import type { Translate } from '../../../model/message-key.ts';
import { useShown } from '../../after-paint.ts';

/** A title with more characters is set as a paragraph: at headline size it would fill the first screen. */
const LONG_TITLE = 140;

/**
 * Chinese headlines have a space where others have a colon, and a line had better end there than between two words
 * (cjk.css). Before a number or a short Latin word it is no such space.
 */
const CLAUSES = / (?=\S{5})/;

interface ArticleHeadProps {
  article: Article;
  translate: Translate;
  locale: string;
}

/**
 * The title, and a quiet line with byline, site, date and reading time. All of it comes from the page and is isolated
 * text. Formatting date and minutes and splitting a Chinese or Japanese title into words waits for the frame after the
 * text's, because the first use of `Intl` takes time that nobody should wait for (`useShown`). Their room is kept until
 * then.
 */
export function ArticleHead({ article, translate, locale }: ArticleHeadProps) {
  const { title, lang, byline, siteName, publishedTime, readingMinutes } = article;
  const shown = useShown();
  const date = publishedTime && (shown ? formatPublishedDate(publishedTime, locale) : publishedTime.slice(0, 10));
  const minutes = shown ? new Intl.NumberFormat(locale).format(readingMinutes) : String(readingMinutes);
  return (
    <header class="page-head">
      <h1 class="page-title" data-long={title.length > LONG_TITLE || undefined}>
        <bdi>
          {/^(zh|ja)/.test(lang ?? '')
            ? title.split(CLAUSES).map((clause, at) => [
                at > 0 && ' ',
                // Not only when it is shown: the lines of the text below would move.
                <span>{shown ? titleWords(clause) : clause}</span>,
              ])
            : title}
        </bdi>
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

/**
 * Matches the last two characters of a word and the first two of the next, where a line may end between them.
 *
 * - A line begins with a word of at least two characters. In Japanese it does not begin with a word that goes on in
 *   hiragana, such as a particle.
 * - A line does not end with a word that begins a clause. The prefix お stays with the word that it honours.
 * - Words in “ ” are words, too. Between words that are kept whole browsers break at none of these marks, Firefox not
 *   even after a colon or comma; it then breaks anywhere at all, even before a ”.
 */
const WORD_AFTER_WORD =
  /^[^\s、。《「『（“‘，：！？][\w㐀-鿿ぁ-ぉか-ん―”’](?:[\w㐀-鿿ァ-ー]{2}|[“‘])|^.[，：；！？][“‘]/;

/**
 * A Chinese or Japanese title with a place to break after each of its words, as the browser's dictionary finds them
 * (`word-break` knows words of Japanese only, and in Chromium only). A single character stays with what it follows: it
 * ends a word that the dictionary does not know, or is a particle.
 */
export function titleWords(title: string): ComponentChild[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(title);
  const lines = [''];
  for (const { segment, index } of words) {
    if (WORD_AFTER_WORD.test(title.slice(index - 2, index + segment.length))) lines.push(segment);
    else lines.push(lines.pop() + segment);
  }
  return lines.flatMap((text) => [text, <wbr />]);
}

/**
 * The day of an ISO 8601 date or date-time in the words of `locale` (`3 May 2024`, `2024年5月3日`); null when it is not
 * one. It is the day in the time zone of the page, so an article of 3 May has that date everywhere.
 */
export function formatPublishedDate(iso: string, locale: string): string | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(iso);
  if (!day) return null;
  const [year, month, date] = [Number(day[1]), Number(day[2]), Number(day[3])];
  const time = new Date(Date.UTC(year, month - 1, date));
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== date) return null;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}
