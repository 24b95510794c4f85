import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Discuz!, the engine of most Chinese forums.
 *
 * Discuz! puts each floor into tables, with profiles, medals and signatures between the floors.
 */
export const discuz: ThreadPlatform = {
  post: 'div[id^="post_"]:has(.t_f), table[id^="pid"]:has(.t_f)',
  postText: '.t_f, .postmessage',
  postAuthor: '.authi a, .postauthor a',
  postDate: '[id^="authorposton"]',
  drop: '.jammer, .pstatus, [style*="display:none"]',
};
