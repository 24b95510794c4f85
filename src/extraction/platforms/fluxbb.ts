import type { ThreadPlatform } from './thread-platform.ts';

/**
 * FluxBB and PunBB.
 *
 * FluxBB threads have profiles and signatures between the posts.
 */
export const fluxbb: ThreadPlatform = {
  post: '.blockpost',
  content: '.postmsg',
  author: '.postleft dt strong',
  date: 'h2 span a',
  drop: '.postsignature, .postedit',
};
