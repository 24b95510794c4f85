import type { ThreadPlatform } from './thread-platform.ts';

/**
 * The Stack Exchange engine: question and answers.
 *
 * Of a question and its answers Readability keeps one answer.
 */
export const stackExchange: ThreadPlatform = [
  '#question, .answer[id^="answer-"]',
  '.js-post-body, .post-text, .s-prose',
  ':is(.post-signature.owner, [itemprop="author"]) [itemprop="name"], .post-signature:last-child .user-details a',
  '[itemprop="dateCreated"], .post-signature:last-child .relativetime',
  '.post-notice, .js-post-notice',
];
