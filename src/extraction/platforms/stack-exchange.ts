import type { ThreadPlatform } from './thread-platform.ts';

/**
 * The Stack Exchange engine: question and answers.
 *
 * Of a question and its answers Readability keeps one answer.
 */
export const stackExchange: ThreadPlatform = {
  post: '#question, .answer[id^="answer-"]',
  postText: '.js-post-body, .post-text, .s-prose',
  postAuthor:
    ':is(.post-signature.owner, [itemprop="author"]) [itemprop="name"], .post-signature:last-child .user-details a',
  postDate: '[itemprop="dateCreated"], .post-signature:last-child .relativetime',
  drop: '.post-notice, .js-post-notice',
};
