import type { ThreadPlatform } from './thread-platform.ts';

/**
 * IP.Board 2, Invision before version 3.
 *
 * IP.Board 2 threads are tables with profiles and signatures.
 */
export const ipBoard: ThreadPlatform = {
  post: '.ipbtable:has(.postcolor)',
  postText: '.postcolor',
  postAuthor: '.normalname',
};
