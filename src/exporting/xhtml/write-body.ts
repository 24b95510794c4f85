import { codeText } from '../code-text.ts';
import { type Attributes, element, escapeXml, webAddress } from './escape-xml.ts';
import { writeFormula } from './write-formula.ts';
import { writeTable } from './write-table.ts';

interface BodyOptions {
  /** Gives what to show for a picture's address: a file beside the page, bytes in the page, or null when it is not kept. */
  pictureSource(address: string): string | null;
  /** Writes `epub:type` for notes, which makes them pop up in e-book readers. */
  forEpub?: boolean;
}

/** What one body's writing needs to know: the options, and the ids that links in it lead to. */
interface BodyWriter extends BodyOptions {
  targets: ReadonlySet<string>;
  /** Ids already written: an id stands once. */
  given: Set<string>;
}

const BLOCKS =
  'p, div, section, article, aside, header, footer, h1, h2, h3, h4, h5, h6, hr, blockquote, pre, ul, ol, dl, address, details, figure, table';
const INLINE = new Set(
  'em i strong b u s del ins small sub sup mark abbr dfn cite code kbd samp var q span bdi'.split(' '),
);

/**
 * The sanitised body of an article as well-formed XHTML that is valid by HTML's content models, so that strict readers
 * (e-books) take it. What a page nests wrongly is unwrapped, never dropped; classes are left out but for the language of code.
 */
export function writeBody(body: ParentNode, options: BodyOptions): string {
  const links = [...body.querySelectorAll('a[href^="#"]')];
  const targets = new Set(links.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
  const given = new Set<string>();
  // A target that was itself no element that is kept (a row, a picture) leaves its links without an end.
  return writeFlow(body, { ...options, targets, given }).replace(LOCAL_LINK, (link, id: string) =>
    given.has(id) ? link : '<a>',
  );
}

const LOCAL_LINK = /<a href="#([^"]*)"[^>]*>/g;

/** Children where blocks may stand. Runs of text between blocks become paragraphs. */
function writeFlow(box: ParentNode, writer: BodyWriter): string {
  let out = '';
  let run = '';
  const endRun = (): void => {
    if (run.trim() !== '') out += `<p>${run.trim()}</p>\n`;
    run = '';
  };
  for (const node of box.childNodes) {
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
      // A paragraph that holds a block is no paragraph.
      if (node.querySelector(BLOCKS)) return writeFlow(node, writer);
      return filled(name === 'h1' ? 'h2' : name, shared(node, writer), writePhrasing(node, writer).trim());
    case 'hr':
      return '<hr/>\n';
    case 'pre':
      return filled(
        'pre',
        shared(node, writer),
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
      return writeTable(node, shared(node, writer), {
        flow: (box) => writeFlow(box, writer),
        phrasing: (box) => writePhrasing(box, writer),
      });
    case 'blockquote':
    case 'aside':
      return filled(name, shared(node, writer), writeFlow(node, writer));
    case 'details':
      return writeDetails(node, writer);
    default:
      return writeBox(node, writer);
  }
}

/** Boxes without a meaning of their own are kept only for what hangs on them: an id, a language, a direction. */
function writeBox(node: Element, writer: BodyWriter): string {
  if (node.matches('.footnotes')) {
    const type = writer.forEpub ? { 'epub:type': 'footnotes' } : {};
    return filled('section', { ...type, role: 'doc-endnotes' }, writeFlow(node, writer));
  }
  const attributes = shared(node, writer);
  const content = writeFlow(node, writer);
  return Object.values(attributes).some((value) => typeof value === 'string')
    ? filled('div', attributes, content)
    : content;
}

function writeList(node: Element, writer: BodyWriter): string {
  const isNotes = node.parentElement?.matches('.footnotes') ?? false;
  const items = [...node.childNodes].filter((child) => child instanceof Element || child.nodeValue?.trim());
  const written = items.map((item) => {
    if (!(item instanceof Element) || item.localName !== 'li')
      return element('li', {}, writeInlineOrFlow(item, writer));
    const note = isNotes && writer.forEpub ? { 'epub:type': 'footnote' } : {};
    return element('li', { ...shared(item, writer), ...note }, writeFlow(item, writer));
  });
  const start = /^-?\d{1,9}$/.exec(node.getAttribute('start') ?? '')?.[0];
  const attributes = { ...shared(node, writer), start: node.localName === 'ol' ? start : null };
  return filled(node.localName, attributes, written.join('\n'));
}

function writeInlineOrFlow(node: Node, writer: BodyWriter): string {
  return node instanceof Element && (node.matches(BLOCKS) || node.querySelector(BLOCKS))
    ? writeBlock(node, writer)
    : writeInline(node, writer);
}

/** Terms and meanings in turn; a list that is not of that form, or holds more, is written as paragraphs. */
function writeTerms(node: Element, writer: BodyWriter): string {
  const parts = [...node.querySelectorAll('dt, dd')].filter((part) => part.closest('dl') === node);
  const isMore = [...node.childNodes].some((child) =>
    child instanceof Element ? !child.matches('dt, dd, :has(> dt, > dd)') : child.nodeValue?.trim(),
  );
  const isWhole = !isMore && parts[0]?.localName === 'dt' && parts.at(-1)?.localName === 'dd';
  if (!isWhole) return [...node.childNodes].map((child) => writeTermAlone(child, writer)).join('');
  const written = parts.map((part) =>
    part.localName === 'dt'
      ? element('dt', shared(part, writer), writePhrasing(part, writer))
      : element('dd', shared(part, writer), writeFlow(part, writer)),
  );
  return filled('dl', shared(node, writer), written.join('\n'));
}

function writeTermAlone(node: Node, writer: BodyWriter): string {
  if (!(node instanceof Element)) return filled('p', {}, escapeXml(node.nodeValue ?? '').trim());
  if (node.matches(':has(> dt, > dd)'))
    return [...node.childNodes].map((child) => writeTermAlone(child, writer)).join('');
  return node.matches(BLOCKS) ? writeBlock(node, writer) : writeFlow(node, writer);
}

const captionsOf = (figure: Element): Element[] =>
  [...figure.querySelectorAll('figcaption')].filter((caption) => caption.closest('figure') === figure);

function writeFigure(node: Element, writer: BodyWriter): string {
  const captions = captionsOf(node);
  const [first] = captions;
  if (first?.parentElement === node && first.nextElementSibling?.matches('figure, :has(figure)'))
    return writeGallery(node, captions, writer);
  const isAbove = captions.length === 1 && node.firstElementChild === first;
  const shown = node.cloneNode(true) as Element;
  for (const caption of shown.querySelectorAll('figcaption')) if (caption.closest('figure') === shown) caption.remove();
  const caption = filled('figcaption', {}, captions.map((found) => writeFlow(found, writer)).join(''));
  const content = writeFlow(shown, writer);
  return filled('figure', shared(node, writer), isAbove ? caption + content : content + caption);
}

/** A caption between pictures is of those before it; as one of the whole it would have to stand first or last. */
function writeGallery(node: Element, captions: readonly Element[], writer: BodyWriter): string {
  const attributes = shared(node, writer);
  const known = new Set<Node>(captions);
  const parts = [node.cloneNode() as Element];
  for (const child of node.childNodes) {
    parts.at(-1)?.append(child.cloneNode(true));
    if (known.has(child)) parts.push(node.cloneNode() as Element);
  }
  return filled('figure', attributes, parts.map((part) => writePart(part, writer)).join(''));
}

/** What stands behind the last caption of a gallery is no figure of its own. */
const writePart = (part: Element, writer: BodyWriter): string =>
  captionsOf(part).length > 0 ? writeFigure(part, writer) : writeFlow(part, writer);

function writeDetails(node: Element, writer: BodyWriter): string {
  const summary = [...node.children].find((child) => child.localName === 'summary');
  const head = summary ? filled('p', {}, element('strong', {}, writePhrasing(summary, writer).trim())) : '';
  const rest = node.cloneNode(true) as Element;
  [...rest.children].find((child) => child.localName === 'summary')?.remove();
  return head + writeFlow(rest, writer);
}

/** Children where only text may stand: blocks give their text. */
function writePhrasing(box: ParentNode, writer: BodyWriter): string {
  return [...box.childNodes].map((node) => writeInline(node, writer)).join('');
}

function writeInline(node: Node, writer: BodyWriter): string {
  if (node.nodeType === 3) return escapeXml(node.nodeValue ?? '');
  if (!(node instanceof Element)) return '';
  const name = node.localName;
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
  const content = writePhrasing(node, writer);
  if (!INLINE.has(name)) return content;
  const attributes = shared(node, writer);
  const isBare = name === 'span' && !Object.values(attributes).some((value) => typeof value === 'string');
  return isBare || content === '' ? content : element(name, attributes, content);
}

/** A picture that is not kept is named by its alternative text, as in the reader. */
function writePicture(node: Element, writer: BodyWriter): string {
  const address = node.getAttribute('data-src') ?? node.getAttribute('src') ?? '';
  const alt = node.getAttribute('alt') ?? '';
  const src = writer.pictureSource(address);
  if (src !== null) return element('img', { src, alt }, '');
  return alt.trim() ? element('i', {}, `[${escapeXml(alt.trim())}]`) : '';
}

function writeLink(node: Element, writer: BodyWriter): string {
  const content = writePhrasing(node, writer);
  const href = node.getAttribute('href') ?? '';
  const address = href.startsWith('#') ? `#${idOf(href.slice(1))}` : webAddress(href);
  if (address === null || content.trim() === '') return content;
  const role = /^doc-(?:noteref|backlink)$/.exec(node.getAttribute('role') ?? '')?.[0];
  const type = writer.forEpub && role ? { 'epub:type': role === 'doc-noteref' ? 'noteref' : 'backlink' } : {};
  return element('a', { href: address, ...type, role, ...shared(node, writer) }, content);
}

/** Base text with its readings; without readings it is text. */
function writeRuby(node: Element, writer: BodyWriter): string {
  if (!node.querySelector('rt')) return writePhrasing(node, writer);
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

/** Id (when something leads there), language and direction: what every element may have. */
function shared(node: Element, writer: BodyWriter): Attributes {
  const id = writer.targets.has(node.id) && !writer.given.has(idOf(node.id)) ? idOf(node.id) : null;
  if (id !== null) writer.given.add(id);
  const lang = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.exec(node.getAttribute('lang') ?? '')?.[0];
  const dir = /^(?:ltr|rtl|auto)$/i.exec(node.getAttribute('dir') ?? '')?.[0]?.toLowerCase();
  return { id, lang, 'xml:lang': lang, dir };
}

/** Ids of any page as names that XML takes. */
const idOf = (id: string): string =>
  `n-${id.replace(/[^\w-]/g, (character) => `_${character.codePointAt(0)?.toString(36)}`)}`;

function languageOf(pre: Element): string | null {
  return [...(pre.querySelector('code') ?? pre).classList].find((name) => name.startsWith('language-')) ?? null;
}

const filled = (name: string, attributes: Attributes, content: string): string =>
  content.trim() === '' ? '' : `${element(name, attributes, content)}\n`;
