import type { ThreadPlatform } from './thread-platform.ts';

/**
 * phpBB 2, and what was made from its style.
 *
 * In phpBB 2 a thread is a table, with what people sign their posts with set like the posts. A quotation ends the box of the text:
 * another begins behind it.
 */
export const phpbb2: ThreadPlatform = {
  post: 'tr:has(> td > .name)',
  postText: 'td:has(> .postbody), td.postbody',
  postAuthor: '.name',
  drop: '.gensmall, .gensmall ~ .postbody',
};
