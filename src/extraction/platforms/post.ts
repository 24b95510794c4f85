/** One post of a thread. `content` is taken from the page and may be moved. */
export interface Post {
  author: string;
  date: string;
  content: Element[];
}
