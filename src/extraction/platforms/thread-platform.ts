/**
 * How one forum engine marks up a thread, as selectors; the last ones may be left out, and one that is empty is none. A
 * list and no object, since the names of the fields would take 400 bytes of the script.
 *
 * - `post` matches every post, the first one and the answers. It is for `findNamed`: each selector of its list names
 *   what must be there by class, id or tag, and has no comma of its own, as `:is(.a, .b)` does.
 * - `postText` is the text of a post; several matches are joined.
 * - `postAuthor` is looked for inside a post. Of several matches the first with text is the name: a picture may link to
 *   the author as well.
 * - `postDate` is an element in the post whose text is the date; else it is the first `time`.
 * - `drop` is removed from the text, as `.signature` is everywhere: buttons, edits, "reacted" lines.
 * - `authorAttribute` is an attribute of the post, no selector; its value goes before `postAuthor`.
 */
export type ThreadPlatform = readonly [
  post: string,
  postText: string,
  postAuthor: string,
  postDate?: string,
  drop?: string,
  authorAttribute?: string,
];

/** One post of a thread. `content` is taken from the page and may be moved. */
export interface Post {
  author: string;
  date: string;
  content: Element[];
}
