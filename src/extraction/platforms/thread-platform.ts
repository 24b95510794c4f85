/**
 * How one forum engine writes a thread, as selectors. `author` and `date` are looked for inside a post, except where an
 * attribute of the post itself says it.
 */
export interface ThreadPlatform {
  /** Matches every post, the first one and the answers. */
  post: string;
  /** The text of a post; several matches are joined. */
  content: string;
  author?: string;
  authorAttribute?: string;
  /** A `time` element or any element whose text is the date. */
  date?: string;
  /** Removed from the text: signatures, buttons, "reacted" lines. */
  drop?: string;
}
