import { textDirection } from '../../model/text-direction.ts';
import type { ExportedPicture } from '../exported-article.ts';
import { element, escapeXml } from '../xhtml/escape-xml.ts';
import { htmlPage } from './chapter-page.ts';
import type { EpubBook, EpubPage } from './make-epub.ts';

/** What the book is and consists of (https://www.w3.org/TR/epub-33/#sec-package-doc). */
export function packageDocument(book: EpubBook, pages: EpubPage[], pictures: ExportedPicture[]): string {
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
  // One article needs no page of contents in front of it; several are found by it.
  const first = pages.length > 1 ? [element('itemref', { idref: 'contents' }, '')] : [];
  // Pages of a book in Arabic are turned the other way.
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

/** The table of contents, as a page and for the reader's own menu. */
export function navigationPage(book: EpubBook, pages: EpubPage[]): string {
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
