import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Pipermail, the archive of Mailman 2: each message is a page.
 *
 * The lists of other messages above and below it would be its first and last lines, and only bold type names its author.
 * Pages made by hand begin alike, but the link to their author has no title, and their text is no `pre` below a line.
 */
export const pipermail: ThreadPlatform = {
  post: ':has(> h1 + b + a[title] + br + i ~ hr + pre)',
  postText: ':scope > pre',
  postAuthor: ':scope > b',
  postDate: ':scope > i',
};
