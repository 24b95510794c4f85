import type { ThreadPlatform } from './thread-platform.ts';

/**
 * vBulletin 3 to 5.
 *
 * vBulletin puts each post into tables with the profile of its author.
 */
export const vbulletin: ThreadPlatform = {
  post:
    'table[id^="post"]:has([id^="post_message_"]), li[id^="post_"]:has(.postcontent), li.postbit, ' +
    'li.postbitlegacy, li.b-post, div[id^="post"]:has(> .tpost)',
  postText: '[id^="post_message_"], .postcontent, .js-post__content-text',
  postAuthor: '.bigusername, .username, .author a, .b-userinfo__user-name',
  postDate: '.postdate, .date, td.thead, .tcell',
  drop: '.after_content',
};
