import { base64 } from '../model/base64.ts';
import type { Highlight } from '../model/highlights/highlight.ts';
import type { ExportedArticle } from './exported-article.ts';
import { articleHead, attributionLines, leadPicture, originalLink } from './xhtml/article-parts.ts';
import { element, escapeXml } from './xhtml/escape-xml.ts';
import { languageTag } from './xhtml/language-tag.ts';
import { writeBody } from './xhtml/write-body.ts';

/**
 * Writes an article as one self-contained HTML file. Stored pictures are embedded, and its Content Security Policy
 * forbids to fetch or run anything. `body` is the sanitised body.
 */
export function articleToHtml(
  exported: ExportedArticle,
  body: ParentNode,
  words: { highlights: string; original: string },
): string {
  const { metadata, highlights, pictures } = exported;
  const pictureSource = (address: string): string | null => {
    if (/^data:image\//.test(address)) return address;
    const picture = pictures.get(address);
    return picture ? `data:${picture.type};base64,${base64(picture.bytes)}` : null;
  };
  const parts = [
    ...articleHead(exported, 'quiet'),
    ...leadPicture(exported, pictureSource),
    writeBody(body, { pictureSource }),
    ...attributionLines(exported, 'quiet'),
    highlights.length > 0 ? element('h2', {}, escapeXml(words.highlights)) : '',
    ...highlights.map(highlightPart),
    ...originalLink(exported, words.original, 'quiet'),
  ];
  return `<!DOCTYPE html>
<html lang="${languageTag(metadata.lang) ?? 'und'}" dir="${metadata.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(metadata.title)}</title>
<style>${STYLE}</style>
</head>
<body>
${parts.filter(Boolean).join('\n')}
</body>
</html>
`;
}

const STYLE = `:root{color-scheme:light dark}
body{max-width:38em;margin:3em auto;padding:0 1.2em;font:1.15rem/1.6 Charter,"Iowan Old Style",Georgia,serif}
:lang(zh){line-height:1.8;font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{line-height:1.2}.quiet,figcaption{font-size:.85em;opacity:.75}img{max-width:100%;height:auto}
pre{overflow-x:auto;font-size:.85em}figure{margin:1.5em 0}table{border-collapse:collapse;font-size:.9em}
th,td{border:1px solid;padding:.2em .5em;vertical-align:top}
blockquote{margin:1em 0;padding-inline-start:1em;border-inline-start:3px solid}
[role=doc-endnotes]{margin-top:2em;border-top:1px solid;font-size:.85em}`;

function highlightPart({ exact, note, colour }: Highlight): string {
  const style = `border-color:${highlightColour(colour)}`;
  const quote = exact.trim() ? element('blockquote', { style }, withBreaks(exact)) : '';
  return quote + (note ? element('p', {}, withBreaks(note)) : '');
}

const withBreaks = (text: string): string => escapeXml(text).replace(/\n/g, '<br/>');

/** The colour of a highlight, for a file without Recto's style sheets. */
const highlightColour = (name: Highlight['colour']): string =>
  ({ yellow: '#e5b700', green: '#58a55c', blue: '#4f8fd6', pink: '#d9679a' })[name];
