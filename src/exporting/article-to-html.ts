import type { Highlight } from '../model/highlight.ts';
import { languageTag } from './epub/chapter-page.ts';
import type { ExportedArticle } from './exported-article.ts';
import { element, escapeXml, webAddress } from './xhtml/escape-xml.ts';
import { writeBody } from './xhtml/write-body.ts';

/**
 * Writes an article as one self-contained HTML file. Stored pictures are embedded, and its Content Security Policy
 * forbids to fetch or run anything. `body` is the sanitised body.
 */
export function articleToHtml(
  { metadata, article, highlights, pictures }: ExportedArticle,
  body: ParentNode,
  words: { highlights: string; original: string },
): string {
  const pictureSource = (address: string): string | null => {
    if (/^data:image\//.test(address)) return address;
    const picture = pictures.get(address);
    return picture ? `data:${picture.type};base64,${base64(picture.bytes)}` : null;
  };
  const lead = article?.leadImage ? pictureSource(article.leadImage) : null;
  const facts = [metadata.byline, metadata.siteName, metadata.publishedTime?.slice(0, 10)].filter((fact) => fact);
  const address = webAddress(metadata.url);
  const parts = [
    element('h1', {}, escapeXml(metadata.title)),
    facts.length > 0 ? element('p', { class: 'quiet' }, escapeXml(facts.join(' · '))) : '',
    lead === null ? '' : element('p', {}, element('img', { src: lead, alt: '' }, '')),
    writeBody(body, { pictureSource }),
    ...(article?.attribution ?? '')
      .split('\n')
      .map((line) => (line ? element('p', { class: 'quiet' }, escapeXml(line)) : '')),
    highlights.length > 0 ? element('h2', {}, escapeXml(words.highlights)) : '',
    ...highlights.map(
      ({ exact, note, colour }) =>
        (exact.trim()
          ? element(
              'blockquote',
              { style: `border-color:${highlightColour(colour)}` },
              escapeXml(exact).replace(/\n/g, '<br/>'),
            )
          : '') + (note ? element('p', {}, escapeXml(note).replace(/\n/g, '<br/>')) : ''),
    ),
    address === null
      ? ''
      : element('p', { class: 'quiet' }, element('a', { href: address }, escapeXml(words.original))),
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

const STYLE = `:root{color-scheme:light dark}body{max-width:38em;margin:3em auto;padding:0 1.2em;font:1.15rem/1.6 Charter,"Iowan Old Style",Georgia,serif}
:lang(zh){line-height:1.8;font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}h1{line-height:1.2}.quiet,figcaption{font-size:.85em;opacity:.75}
img{max-width:100%;height:auto}pre{overflow-x:auto;font-size:.85em}figure{margin:1.5em 0}table{border-collapse:collapse;font-size:.9em}th,td{border:1px solid;padding:.2em .5em;vertical-align:top}
blockquote{margin:1em 0;padding-inline-start:1em;border-inline-start:3px solid}[role=doc-endnotes]{margin-top:2em;border-top:1px solid;font-size:.85em}`;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** The colour of a highlight, for a file without Recto's style sheets. */
const highlightColour = (name: Highlight['colour']): string =>
  ({ yellow: '#e5b700', green: '#58a55c', blue: '#4f8fd6', pink: '#d9679a' })[name];
