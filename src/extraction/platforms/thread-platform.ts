/**
 * How one forum engine writes a thread, as selectors. `postAuthor` and `postDate` are looked for inside a post, except where an
 * attribute of the post itself says it.
 *
 * `post` is looked for by `findNamed`: each selector of its list names with a class, id or tag what has to be there, and
 * holds no comma of its own, as `:is(.a, .b)` does.
 */
export interface ThreadPlatform {
  /** Matches every post, the first one and the answers. */
  post: string;
  /** The text of a post; several matches are joined. */
  postText: string;
  postAuthor?: string;
  authorAttribute?: string;
  /** A `time` element or any element whose text is the date. */
  postDate?: string;
  /** Removed from the text: signatures, buttons, "reacted" lines. */
  drop?: string;
}

/** One post of a thread. `content` is taken from the page and may be moved. */
export interface Post {
  author: string;
  date: string;
  content: Element[];
}
