import type { ExportedArticle } from '../exported-article.ts';

/** What is said of a book as a whole. */
export interface EpubBook {
  title: string;
  /** BCP 47 tag of the book: the article's, or the interface's for several. */
  lang: string;
  author: string | null;
  /** Stays the same when the same book is made again; a URN. */
  identifier: string;
  /** When it is made, milliseconds since 1970. */
  time: number;
  /** Words of the pages around the text. */
  words: { contents: string; highlights: string; original: string };
}

/** What the table of contents and the package list of a page that has been written. */
export interface EpubPage {
  file: string;
  title: string;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  hasFormulas: boolean;
}

/** One article with its sanitised body. */
export type EpubSource = ExportedArticle & { body: ParentNode };
