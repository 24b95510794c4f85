import type { ComponentChild } from 'preact';
import type { Article } from '../../model/article.ts';
import type { Translate } from '../../model/message-key.ts';
import { useShown } from '../after-paint.ts';

/** Characters from which on a title is set as a paragraph: at headline size it would fill the first screen. */
const LONG_TITLE = 140;

interface ArticleHeadProps {
  article: Article;
  translate: Translate;
  locale: string;
}

/**
 * The title, and one quiet line with byline, site, date and reading time. All of it comes from the page, and is text,
 * isolated. Date and minutes are formatted, and a Chinese or Japanese title split into words, with the frame after the
 * text's: the first use of `Intl` takes time (`useShown`), which nobody should wait for. Their room is kept until then.
 */
export function ArticleHead({ article, translate, locale }: ArticleHeadProps) {
  const { title, lang, byline, siteName, publishedTime, readingMinutes } = article;
  const shown = useShown();
  const date = publishedTime && (shown ? formatPublishedDate(publishedTime, locale) : publishedTime.slice(0, 10));
  const minutes = shown ? new Intl.NumberFormat(locale).format(readingMinutes) : String(readingMinutes);
  return (
    <header class="page-head">
      <h1 class="page-title" data-long={title.length > LONG_TITLE || undefined}>
        <bdi>{shown && /^(zh|ja)/.test(lang ?? '') ? titleWords(title) : title}</bdi>
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
 * Matches the last two characters of a word and two more: a line may only begin with a word of at least two characters, which
 * in Japanese is none that goes on in hiragana, such as a particle, and end with none that begins a clause. The prefix お
 * stays with what it honours. Words in “ ” are words, too: browsers break at no such mark between words that are kept whole,
 * Firefox not even after a colon or comma, and then anywhere at all, before a ” as well.
 */
const WORD_AFTER_WORD =
  /^[^\s、。《「『（“‘，：！？][\w㐀-鿿ぁ-ぉか-ん―”’](?:[\w㐀-鿿ァ-ー]{2}|[“‘])|^.[，：；！？][“‘]/;

/**
 * A Chinese or Japanese title with a place to break after each of its words, by the browser's dictionary (`word-break` knows
 * words of Japanese only, and in Chromium alone). Single characters stay with what they follow: they end a word that the
 * dictionary does not know, or are particles.
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
 * The day of an ISO 8601 date or date-time in the words of `locale` (`3 May 2024`, `2024年5月3日`); null when it is none.
 * It is the day that the page wrote, in its own offset: an article of 3 May stays one of 3 May everywhere.
 */
export function formatPublishedDate(iso: string, locale: string): string | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(iso);
  if (!day) return null;
  const [year, month, date] = [Number(day[1]), Number(day[2]), Number(day[3])];
  const time = new Date(Date.UTC(year, month - 1, date));
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== date) return null;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}
