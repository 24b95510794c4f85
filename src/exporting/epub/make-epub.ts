import type { ExportedArticle, ExportedPicture } from '../exported-article.ts';
import { escapeXml } from '../xhtml/escape-xml.ts';
import { type ZipEntry, zipFiles } from '../zip-files.ts';
import { chapterPage } from './chapter-page.ts';
import { navigationPage, packageDocument } from './package-document.ts';

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

/**
 * An EPUB 3 book (https://www.w3.org/TR/epub-33/) of one or many articles, a page each, with pictures that are kept and
 * nothing that is fetched. Articles are taken one by one as the book is read out. Pictures must be JPEG, PNG or GIF.
 */
export function makeEpub(
  book: EpubBook,
  articles: AsyncIterable<EpubSource> | Iterable<EpubSource>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return zipFiles(filesOf(book, articles), book.time);
}

async function* filesOf(
  book: EpubBook,
  articles: AsyncIterable<EpubSource> | Iterable<EpubSource>,
): AsyncGenerator<ZipEntry> {
  // First and unpacked, so that the kind of file can be told from its first bytes (OCF 4.2).
  yield { path: 'mimetype', content: 'application/epub+zip', packed: false };
  yield { path: 'META-INF/container.xml', content: CONTAINER };
  yield { path: 'EPUB/style.css', content: STYLE };
  const pages: EpubPage[] = [];
  const pictures = new Map<string, ExportedPicture>();
  for await (const source of articles) {
    const file = `article-${pages.length + 1}.xhtml`;
    for (const picture of source.pictures.values()) {
      if (pictures.has(picture.name)) continue;
      pictures.set(picture.name, { ...picture, bytes: new Uint8Array() });
      yield { path: `EPUB/pictures/${picture.name}`, content: picture.bytes, packed: false };
    }
    const { page, content } = chapterPage(source, file, book);
    pages.push(page);
    yield { path: `EPUB/${file}`, content };
  }
  yield { path: 'EPUB/contents.xhtml', content: navigationPage(book, pages) };
  yield { path: 'EPUB/package.opf', content: packageDocument(book, pages, [...pictures.values()]) };
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="${escapeXml('application/oebps-package+xml')}"/></rootfiles>
</container>
`;

/** E-book readers bring their own type; this keeps what belongs together. */
const STYLE = `h1 { line-height: 1.2; margin: 0 0 .4em; }
.byline { margin: 0 0 2em; font-size: .85em; }
figure { margin: 1.5em 0; }
figcaption { font-size: .85em; }
img { max-width: 100%; height: auto; }
pre { white-space: pre-wrap; font-size: .85em; }
table { border-collapse: collapse; font-size: .9em; }
th, td { border: 1px solid; padding: .2em .5em; vertical-align: top; }
blockquote { margin: 1em 1.5em; }
[role="doc-endnotes"] { margin-top: 2em; border-top: 1px solid; font-size: .85em; }
.highlight { margin: 1em 0; padding-inline-start: .8em; border-inline-start: 3px solid; }
`;
