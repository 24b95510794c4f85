import type { ThreadPlatform } from './thread-platform.ts';

/**
 * https://github.com/discourse/discourse: the crawler view (also the noscript one) and the rendered stream.
 *
 * A Discourse thread is a list of posts of which Readability keeps the longest, and the served page has them in
 * noscript only.
 */
export const discourse: ThreadPlatform = {
  post: '.crawler-post, .topic-post article[data-post-id]',
  postText: '.post[itemprop="text"], .cooked',
  postAuthor: '[itemprop="author"] [itemprop="name"], .creator a, .names a',
  postDate: '.post-date .relative-date',
  drop: 'aside.onebox article > p, aside.onebox .source, .quote-controls, .quote .avatar, .lightbox-wrapper .meta, .crawler-linkback-list',
};
