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
  /** Of several matches the first with text is the name: a picture may link to the author as well. */
  postAuthor: string;
  authorAttribute?: string;
  /** The first match with text is the date, since some are for programs alone; else it is the first `time`. */
  postDate?: string;
  /** Removed from the text, as `.signature` is everywhere: buttons, edits, "reacted" lines. */
  drop?: string;
}

/** One post of a thread. `content` is taken from the page and may be moved. */
export interface Post {
  author: string;
  date: string;
  content: Element[];
}
