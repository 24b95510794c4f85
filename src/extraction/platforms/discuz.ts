import type { ThreadPlatform } from './thread-platform.ts';

/** Discuz!, the engine of most Chinese forums. */
export const discuz: ThreadPlatform = {
  name: 'discuz',
  why: 'Discuz! puts each floor into tables, with profiles, medals and signatures between the floors.',
  post: 'div[id^="post_"]:has(.t_f), table[id^="pid"]:has(.t_f)',
  content: '.t_f, .postmessage',
  author: '.authi a.xw1, .authi a, .postauthor a',
  date: '[id^="authorposton"]',
  drop: '.jammer, .pstatus, [style*="display:none"]',
};
