import type { ThreadPlatform } from './thread-platform.ts';

/**
 * FluxBB and PunBB.
 *
 * FluxBB threads have profiles and signatures between the posts.
 */
export const fluxbb: ThreadPlatform = [
  '.blockpost',
  '.postmsg',
  '.postleft dt strong',
  'h2 span a',
  '.postsignature, .postedit',
];
