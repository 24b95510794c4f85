import { codeText } from '../code-text.ts';
import { BLOCKS, type BodyOptions, type BodyWriter, HEADINGS } from './body-writer.ts';
import { element, escapeXml, filledElement, webAddress } from './escape-xml.ts';
import { sharedAttributes, xmlId } from './shared-attributes.ts';
import { writeFormula } from './write-formula.ts';
import { writeList, writeTerms } from './write-list.ts';
import { writeTable } from './write-table.ts';

/**
 * Blocks that cannot be in a heading. One that contains them was never closed in the page, and is not written as a
 * heading.
 */
const NOT_IN_HEADINGS = 'hr, blockquote, pre, ul, ol, dl, figure, table';
/** Blocks that begin a line of their own where only running text is possible, as in a heading. */
const LINES = new Set(
  'p div section article aside header footer h1 h2 h3 h4 h5 h6 blockquote address summary figcaption li dt dd'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'em i strong b u s del ins small sub sup mark abbr dfn cite code kbd samp var q span bdi'.split(' '),
);

/**
 * Writes the sanitised body of an article as well-formed XHTML that conforms to HTML's content models, as e-book
 * readers require. Elements that are nested wrongly are unwrapped, and none of their content is dropped. Of classes
 * only the language of code is kept.
 */
export function writeBody(body: ParentNode, options: BodyOptions): string {
  const links = [...body.querySelectorAll('a[href^="#"]')];
  const targets = new Set(links.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
  const writer: BodyWriter = {
    ...options,
    targets,
    given: new Set(),
    flow: (box) => writeFlow(box, writer),
    nodes: (nodes) => writeNodes(nodes, writer),
    phrasing: (box) => writePhrasing(box, writer),
    block: (element) => writeBlock(element, writer),
  };
  const written = writer.flow(body);
  // A link whose target was not written with its id (a picture, for one) loses its address.
  const ids = new Set([...written.matchAll(ID)].map(([, id]) => id));
  return written.replace(LOCAL_LINK, (link, id: string) => (ids.has(id) ? link : '<a'));
}

/** These patterns match attributes only, because quotes in the text are written as references. */
const ID = / id="([^"]*)"/g;
const LOCAL_LINK = /<a href="#([^"]*)"/g;

/** Writes the children of an element as flow content. Text between blocks becomes paragraphs. */
const writeFlow = (box: ParentNode, writer: BodyWriter): string => writeNodes(box.childNodes, writer);

/** The same for any nodes. */
function writeNodes(nodes: Iterable<Node>, writer: BodyWriter): string {
  let out = '';
  let run = '';
  const endRun = (): void => {
    const text = joinLines(run);
    if (text !== '') out += `<p>${text}</p>\n`;
    run = '';
  };
  for (const node of nodes) {
    const isBlock = node instanceof Element && (node.matches(BLOCKS) || node.querySelector(BLOCKS) !== null);
    if (!isBlock) {
      run += writeInline(node, writer);
      continue;
    }
    endRun();
    out += writeBlock(node, writer);
  }
  endRun();
  return out;
}

function writeBlock(node: Element, writer: BodyWriter): string {
  const name = node.localName;
  switch (name) {
    case 'p':
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      // A paragraph must not contain blocks, nor a heading some of them.
      if (node.querySelector(name === 'p' ? BLOCKS : NOT_IN_HEADINGS)) return writeFlow(node, writer);
      return filledElement(name === 'h1' ? 'h2' : name, sharedAttributes(node, writer), writePhrasing(node, writer));
    case 'a':
      return writeBoxLink(node, writer);
    case 'hr':
      return '<hr/>\n';
    case 'pre':
      return filledElement(
        'pre',
        sharedAttributes(node, writer),
        element('code', { class: languageOf(node) }, escapeXml(codeText(node))),
      );
    case 'ul':
    case 'ol':
      return writeList(node, writer);
    case 'dl':
      return writeTerms(node, writer);
    case 'figure':
      return writeFigure(node, writer);
    case 'table':
      return writeTable(node, writer, sharedAttributes(node, writer));
    case 'blockquote':
    case 'aside':
      return filledElement(name, sharedAttributes(node, writer), writeFlow(node, writer));
    case 'details':
      return writeDetails(node, writer);
    default:
      return writeBox(node, writer);
  }
}

/** Writes a box without a meaning of its own. It becomes a `div` only if it has an id, a language or a direction. */
function writeBox(node: Element, writer: BodyWriter): string {
  if (node.matches('.footnotes')) {
    const type = writer.forEpub ? { 'epub:type': 'footnotes' } : {};
    return filledElement('section', { ...type, role: 'doc-endnotes' }, writeFlow(node, writer));
  }
  const attributes = sharedAttributes(node, writer);
  const content = writeFlow(node, writer);
  return Object.values(attributes).some((value) => typeof value === 'string')
    ? filledElement('div', attributes, content)
    : content;
}

/** The captions of a figure, without those of figures inside it. */
const captionsOf = (figure: Element): Element[] =>
  [...figure.querySelectorAll('figcaption')].filter(
    (caption) => caption.parentElement?.closest('figcaption, figure') === figure,
  );

function writeFigure(node: Element, writer: BodyWriter): string {
  const captions = captionsOf(node);
  const [first] = captions;
  if (first?.parentElement === node && first.nextElementSibling?.matches('figure, :has(figure)'))
    return writeGallery(node, captions, writer);
  const isAbove = captions.length === 1 && node.firstElementChild === first;
  const shown = node.cloneNode(true) as Element;
  for (const caption of shown.querySelectorAll('figcaption')) if (caption.closest('figure') === shown) caption.remove();
  const caption = filledElement('figcaption', {}, captions.map((found) => writeFlow(found, writer)).join(''));
  const content = writeFlow(shown, writer);
  return filledElement('figure', sharedAttributes(node, writer), isAbove ? caption + content : content + caption);
}

/**
 * Writes a figure with captions between its pictures as one figure with several in it. Each caption belongs to the
 * pictures before it, and HTML allows a caption only as the first or last child of a figure.
 */
function writeGallery(node: Element, captions: readonly Element[], writer: BodyWriter): string {
  const attributes = sharedAttributes(node, writer);
  const known = new Set<Node>(captions);
  const parts = [node.cloneNode() as Element];
  for (const child of node.childNodes) {
    parts.at(-1)?.append(child.cloneNode(true));
    if (known.has(child)) parts.push(node.cloneNode() as Element);
  }
  return filledElement('figure', attributes, parts.map((part) => writePart(part, writer)).join(''));
}

/** Writes a part of a gallery. What follows the last caption has none, and is not a figure. */
const writePart = (part: Element, writer: BodyWriter): string =>
  captionsOf(part).length > 0 ? writeFigure(part, writer) : writeFlow(part, writer);

function writeDetails(node: Element, writer: BodyWriter): string {
  const summary = [...node.children].find((child) => child.localName === 'summary');
  const head = summary ? writeSummary(summary, writer) : '';
  const rest = node.cloneNode(true) as Element;
  [...rest.children].find((child) => child.localName === 'summary')?.remove();
  return head + writeFlow(rest, writer);
}

/** Writes a summary as a bold paragraph. A heading in it stays one, as in articles with collapsible sections. */
const writeSummary = (summary: Element, writer: BodyWriter): string =>
  summary.querySelector(HEADINGS)
    ? writeFlow(summary, writer)
    : filledElement('p', {}, element('strong', {}, writePhrasing(summary, writer)));

/** Writes the children of an element as phrasing content, with the text of each block on a line of its own. */
const writePhrasing = (box: ParentNode, writer: BodyWriter): string => joinLines(writeInside(box, writer));

const writeInside = (box: ParentNode, writer: BodyWriter): string =>
  [...box.childNodes].map((node) => writeInline(node, writer)).join('');

/** Marks where a line begins or ends, until `joinLines`. It differs from the `<br/>` of the result. */
const LINE_END = '<br />';

/** Joins lines by `<br/>`, without empty ones. */
const joinLines = (text: string): string =>
  text
    .split(LINE_END)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('<br/>');

/** Puts an element around text, with line ends at both ends of the text moved outside the element. */
function wrapLines(text: string, wrap: (inner: string) => string): string {
  const lines = text.split(LINE_END);
  if (lines.length === 1) return wrap(text);
  const isFilled = (line: string): boolean => line.trim() !== '';
  const first = lines.findIndex(isFilled);
  const end = lines.findLastIndex(isFilled) + 1;
  if (first === -1) return text;
  const inner = wrap(lines.slice(first, end).join(LINE_END));
  return (first > 0 ? LINE_END : '') + inner + (end < lines.length ? LINE_END : '');
}

function writeInline(node: Node, writer: BodyWriter): string {
  if (node.nodeType === 3) return escapeXml(node.nodeValue ?? '');
  if (!(node instanceof Element)) return '';
  // An `a` without an address may still be the target of a link.
  const name = node.localName === 'a' && linkAddress(node) === null ? 'span' : node.localName;
  switch (name) {
    case 'br':
    case 'wbr':
      return `<${name}/>`;
    case 'img':
      return writePicture(node, writer);
    case 'math':
      return writeFormula(node);
    case 'a':
      return writeLink(node, writer);
    case 'ruby':
      return writeRuby(node, writer);
  }
  const content = writeInside(node, writer);
  if (LINES.has(name)) return LINE_END + content + LINE_END;
  if (!INLINE.has(name)) return content;
  const attributes = sharedAttributes(node, writer);
  const isBare = name === 'span' && !Object.values(attributes).some((value) => typeof value === 'string');
  return isBare || content === '' ? content : wrapLines(content, (inner) => element(name, attributes, inner));
}

/** Writes a picture. One that is not stored is replaced by its alternative text, as in the reader. */
function writePicture(node: Element, writer: BodyWriter): string {
  const address = node.getAttribute('data-src') ?? node.getAttribute('src') ?? '';
  const alt = node.getAttribute('alt') ?? '';
  const src = writer.pictureSource(address);
  if (src !== null) return element('img', { src, alt }, '');
  return alt.trim() ? element('i', {}, `[${escapeXml(alt.trim())}]`) : '';
}

const writeLink = (node: Element, writer: BodyWriter): string =>
  wrapLines(writeInside(node, writer), (inner) => linkTo(node, inner, writer));

/**
 * Writes a link around blocks, as around a picture or a card. One without an address, or with a link in it, is only a
 * box.
 */
const writeBoxLink = (node: Element, writer: BodyWriter): string =>
  linkAddress(node) === null || node.querySelector('a')
    ? writeBox(node, writer)
    : `${linkTo(node, writeFlow(node, writer), writer)}\n`;

function linkAddress(node: Element): string | null {
  const href = node.getAttribute('href') ?? '';
  return href.startsWith('#') ? `#${xmlId(href.slice(1))}` : webAddress(href);
}

function linkTo(node: Element, content: string, writer: BodyWriter): string {
  const address = linkAddress(node);
  if (address === null || content.trim() === '') return content;
  const role = /^doc-(?:noteref|backlink)$/.exec(node.getAttribute('role') ?? '')?.[0];
  const type = writer.forEpub && role ? { 'epub:type': role === 'doc-noteref' ? 'noteref' : 'backlink' } : {};
  return element('a', { href: address, ...type, role, ...sharedAttributes(node, writer) }, content);
}

/** Writes ruby: base text with its readings. Without readings it is plain text. */
function writeRuby(node: Element, writer: BodyWriter): string {
  if (!node.querySelector('rt')) return writeInside(node, writer);
  let base = '';
  let out = '';
  for (const child of node.childNodes) {
    if (child instanceof Element && child.localName === 'rp') continue;
    if (child instanceof Element && ['rt', 'rtc'].includes(child.localName)) {
      out += `${base || ' '}<rt>${writePhrasing(child, writer)}</rt>`;
      base = '';
    } else base += writeInline(child, writer);
  }
  return `${element('ruby', {}, out)}${base}`;
}

function languageOf(pre: Element): string | null {
  return [...(pre.querySelector('code') ?? pre).classList].find((name) => name.startsWith('language-')) ?? null;
}
