import type { ThreadPlatform } from './thread-platform.ts';

/**
 * https://github.com/discourse/discourse: the crawler view (also the noscript one) and the rendered stream.
 *
 * A Discourse thread is a list of posts of which Readability keeps the longest, and the served page has them in
 * noscript only.
 */
export const discourse: ThreadPlatform = {
  post: '.crawler-post, .topic-post article[data-post-id]',
  content: '.post[itemprop="text"], .cooked',
  author: '[itemprop="author"] [itemprop="name"], .creator a, .names .username a, .names a',
  date: 'time, .post-date .relative-date',
  drop: 'aside.onebox article > p, aside.onebox .source, .quote-controls, .lightbox-wrapper .meta, .crawler-linkback-list',
};
