import type { ThreadPlatform } from './thread-platform.ts';

/**
 * FluxBB and PunBB.
 *
 * FluxBB threads have profiles and signatures between the posts.
 */
export const fluxbb: ThreadPlatform = {
  post: '.blockpost',
  postText: '.postmsg',
  postAuthor: '.postleft dt strong',
  postDate: 'h2 span a',
  drop: '.postsignature, .postedit',
};
