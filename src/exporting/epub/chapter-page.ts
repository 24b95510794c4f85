import type { Highlight } from '../../model/highlights/highlight.ts';
import { articleHead, attributionLines, leadPicture, originalLink } from '../xhtml/article-parts.ts';
import { element, escapeXml } from '../xhtml/escape-xml.ts';
import { languageTag } from '../xhtml/language-tag.ts';
import { writeBody } from '../xhtml/write-body.ts';
import type { EpubBook, EpubPage, EpubSource } from './epub-book.ts';

/** Writes an article as a page of the book: title, a line of facts, body, highlights, and a link to the original. */
export function chapterPage(source: EpubSource, file: string, book: EpubBook): { page: EpubPage; content: string } {
  const { metadata, highlights, pictures, body } = source;
  const pictureSource = (address: string): string | null => {
    const picture = pictures.get(address);
    return picture ? `pictures/${picture.name}` : null;
  };
  const written = writeBody(body, { pictureSource, forEpub: true });
  const parts = [
    ...articleHead(source, 'byline'),
    ...leadPicture(source, pictureSource),
    written,
    ...attributionLines(source, 'byline'),
    highlights.length > 0 ? highlightPart(highlights, book.words.highlights) : '',
    ...originalLink(source, book.words.original, 'byline'),
  ];
  const lang = languageTag(metadata.lang);
  const { title, dir } = metadata;
  const page: EpubPage = { file, title, lang, dir, hasFormulas: written.includes('<math ') };
  return { page, content: htmlPage(title, lang ?? book.lang, dir, parts.filter(Boolean).join('\n')) };
}

/** Writes a page of the book as an XHTML document. */
export function htmlPage(title: string, lang: string, dir: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}" dir="${dir}">
<head><meta charset="UTF-8"/><title>${escapeXml(title)}</title><link rel="stylesheet" href="style.css"/></head>
<body>
${body}
</body>
</html>
`;
}

function highlightPart(highlights: readonly Highlight[], heading: string): string {
  const quotes = highlights.map(({ exact, note }) =>
    [exact.trim() ? element('blockquote', { class: 'highlight' }, paragraphs(exact)) : '', paragraphs(note)]
      .filter((part) => part !== '')
      .join('\n'),
  );
  return `${element('h2', {}, escapeXml(heading))}\n${quotes.join('\n')}`;
}

const paragraphs = (text: string): string =>
  text
    .split(/\n+/)
    .filter((line) => line.trim())
    .map((line) => element('p', {}, escapeXml(line)))
    .join('');
