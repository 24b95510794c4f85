/**
 * How one forum engine writes a thread, as selectors. `postAuthor` and `postDate` are looked for inside a post, except where an
 * attribute of the post itself says it.
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
