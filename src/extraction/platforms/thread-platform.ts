/**
 * How one forum engine marks up a thread, as selectors. `postAuthor` and `postDate` are looked for inside a post,
 * unless an attribute of the post has the author. `post` is for `findNamed`: each selector of its list names what must
 * be there by class, id or tag, and has no comma of its own, as `:is(.a, .b)` does.
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
