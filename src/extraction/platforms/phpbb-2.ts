import type { ThreadPlatform } from './thread-platform.ts';

/**
 * phpBB 2 and styles made from it.
 *
 * A thread is a table, in which signatures are set like posts. A quotation ends the box of the text, and another begins
 * behind it.
 */
export const phpbb2: ThreadPlatform = {
  post: 'tr:has(> td > .name)',
  postText: 'td:has(> .postbody), td.postbody',
  postAuthor: '.name',
  drop: '.gensmall, .gensmall ~ .postbody',
};
