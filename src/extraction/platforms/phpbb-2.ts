import type { ThreadPlatform } from './thread-platform.ts';

/**
 * phpBB 2 and styles made from it.
 *
 * A thread is a table, in which signatures are set like posts. A quotation ends the box of the text, and another begins
 * behind it.
 */
export const phpbb2: ThreadPlatform = [
  'tr:has(> td > .name)',
  'td:has(> .postbody), td.postbody',
  '.name',
  '',
  '.gensmall, .gensmall ~ .postbody',
];
