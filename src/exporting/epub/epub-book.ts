import type { ExportedArticle } from '../exported-article.ts';

/** Metadata of a book. */
export interface EpubBook {
  title: string;
  /** BCP 47 tag: that of the article, or of the interface when there are several articles. */
  lang: string;
  author: string | null;
  /** A URN, see `bookIdentifier`. */
  identifier: string;
  /** When the book is made, in milliseconds since 1970. */
  time: number;
  /** Words around the text, in the language of the interface. */
  words: { contents: string; highlights: string; original: string };
}

/** What the table of contents and the package document need to know about a page. */
export interface EpubPage {
  file: string;
  title: string;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  hasFormulas: boolean;
}

/** One article with its sanitised body. */
export type EpubSource = ExportedArticle & { body: ParentNode };
