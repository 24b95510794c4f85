import type { ThreadPlatform } from './thread-platform.ts';

/** FluxBB and PunBB. */
export const fluxbb: ThreadPlatform = {
  name: 'fluxbb',
  why: 'FluxBB threads have profiles and signatures between the posts.',
  post: '.blockpost',
  content: '.postmsg',
  author: '.postleft dt strong',
  date: 'h2 span a',
  drop: '.postsignature, .postedit',
};
