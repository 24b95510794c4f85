import { hashText } from '../../model/hash-text.ts';
import { textDirection } from '../../model/text/text-direction.ts';
import type { ExportedPicture } from '../exported-article.ts';
import { element, escapeXml } from '../xhtml/escape-xml.ts';
import { type ZipEntry, zipFiles } from '../zip-files.ts';
import { chapterPage, htmlPage } from './chapter-page.ts';
import type { EpubBook, EpubPage, EpubSource } from './epub-book.ts';

/**
 * Makes an EPUB 3 book (https://www.w3.org/TR/epub-33/) with a page for each article and with stored pictures, which
 * must be JPEG, PNG or GIF. It refers to nothing on the web but by links. Articles are taken one by one as the stream
 * is read.
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
  // First and uncompressed, so that the file type can be told from the first bytes (OCF 4.2).
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
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** E-book readers have their own typography. This sets only what distinguishes parts of an article. */
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

/** The package document: metadata, files and reading order (https://www.w3.org/TR/epub-33/#sec-package-doc). */
function packageDocument(book: EpubBook, pages: EpubPage[], pictures: ExportedPicture[]): string {
  const modified = new Date(book.time).toISOString().replace(/\.\d+Z$/, 'Z');
  const languages = [...new Set([book.lang, ...pages.flatMap(({ lang }) => lang ?? [])])];
  const metadata = [
    element('dc:identifier', { id: 'id' }, escapeXml(book.identifier)),
    element('dc:title', {}, escapeXml(book.title)),
    ...languages.map((lang) => element('dc:language', {}, lang)),
    book.author ? element('dc:creator', {}, escapeXml(book.author)) : '',
    element('meta', { property: 'dcterms:modified' }, modified),
  ];
  const item = (id: string, href: string, type: string, properties: string | null = null): string =>
    element('item', { id, href, 'media-type': type, properties }, '');
  const manifest = [
    item('contents', 'contents.xhtml', XHTML, 'nav'),
    item('style', 'style.css', 'text/css'),
    ...pages.map((page, at) => item(`page-${at + 1}`, page.file, XHTML, page.hasFormulas ? 'mathml' : null)),
    ...pictures.map(({ name, type }, at) => item(`picture-${at + 1}`, `pictures/${name}`, type)),
  ];
  const spine = pages.map((_page, at) => element('itemref', { idref: `page-${at + 1}` }, ''));
  // A book of several articles begins with the page of contents.
  const first = pages.length > 1 ? [element('itemref', { idref: 'contents' }, '')] : [];
  // Pages are turned from right to left if all articles are written so.
  const turned = pages.length > 0 && pages.every(({ dir }) => dir === 'rtl') ? 'rtl' : null;
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${book.lang}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.filter(Boolean).join('\n')}
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
${element('spine', { 'page-progression-direction': turned }, `\n${[...first, ...spine].join('\n')}\n`)}
</package>
`;
}

const XHTML = 'application/xhtml+xml';

/** The table of contents, which is a page of the book and the source of the e-book reader's menu. */
function navigationPage(book: EpubBook, pages: EpubPage[]): string {
  const items = pages.map(({ file, title, lang, dir }) =>
    element('li', {}, element('a', { href: file, lang, 'xml:lang': lang, dir }, escapeXml(title))),
  );
  const heading = element('h1', {}, escapeXml(pages.length > 1 ? book.title : book.words.contents));
  const list = element('ol', {}, items.join('\n'));
  return htmlPage(
    book.title,
    book.lang,
    textDirection(book.lang),
    element('nav', { 'epub:type': 'toc' }, `${heading}\n${list}`),
  );
}

/**
 * The identifier of a book, a URN made of the ids of its articles, whatever their order. By it e-book readers recognise
 * the same book again, and would replace a book by another with the same identifier.
 */
export function bookIdentifier(ids: readonly string[]): string {
  const [only] = ids;
  return `urn:recto:${only !== undefined && ids.length === 1 ? only : hashText([...ids].sort().join())}`;
}
