import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Discuz!, the engine of most Chinese forums.
 *
 * Discuz! puts each floor into tables, with profiles, medals and signatures between the floors.
 */
export const discuz: ThreadPlatform = [
  'div[id^="post_"]:has(.t_f), table[id^="pid"]:has(.t_f)',
  '.t_f, .postmessage',
  '.authi a, .postauthor a',
  '[id^="authorposton"]',
  '.jammer, .pstatus, [style*="display:none"]',
];
