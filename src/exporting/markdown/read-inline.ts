import type { FootnoteReference, PhrasingContent } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import { codeText } from '../code-text.ts';
import type { EmphasisType, MarkdownReading } from './markdown-reading.ts';
import { SPACES } from './tidy-inline.ts';

export type Inline = PhrasingContent | InlineMath;

/** What Markdown has no sign for and Obsidian shows as HTML. */
const AS_HTML = new Set(['sub', 'sup', 'u', 'ins', 'mark', 'kbd', 'ruby', 'rb', 'rt', 'rp', 'rtc']);

/** Where only words can stand, as in a heading or the cell of a table, each of these begins a line. */
const LINES = /^(?:p|div|section|article|aside|header|footer|h[1-6]|address|blockquote|summary|figcaption|li|dt|dd)$/;

const EMPHASIS: Record<string, EmphasisType> = {
  ...{ em: 'emphasis', i: 'emphasis', cite: 'emphasis', dfn: 'emphasis', var: 'emphasis' },
  ...{ strong: 'strong', b: 'strong', s: 'delete', del: 'delete' },
};

/** Reads a piece of running text. White space is left as it is: `tidyInline` settles it for the whole paragraph. */
export function readInline(node: Node, reading: MarkdownReading): PhrasingContent[] {
  if (node.nodeType === 3) return [{ type: 'text', value: node.nodeValue ?? '' }];
  if (node.nodeType !== 1) return [];
  const element = node as Element;
  const name = element.localName;
  const emphasis = EMPHASIS[name];
  if (emphasis) return marked(emphasis, reading, () => childrenOf(element, reading));
  switch (name) {
    case 'br':
      return [{ type: 'break' }];
    case 'wbr':
      return [];
    case 'code':
    case 'samp':
      return inlineCode(element, reading);
    case 'img':
      return picture(element, reading);
    case 'math':
      return formula(element) as PhrasingContent[];
    case 'a':
      return link(element, reading);
    case 'q':
      return [{ type: 'text', value: '“' }, ...childrenOf(element, reading), { type: 'text', value: '”' }];
  }
  const children = childrenOf(element, reading);
  if (LINES.test(name)) return [{ type: 'break' }, ...children, { type: 'break' }];
  const isMark = name === 'sup' && children.every(({ type }) => type === 'footnoteReference');
  if (!AS_HTML.has(name) || isMark || children.length === 0) return children;
  return [{ type: 'html', value: `<${name}>` }, ...children, { type: 'html', value: `</${name}>` }];
}

const childrenOf = (element: Element, reading: MarkdownReading): PhrasingContent[] =>
  [...element.childNodes].flatMap((child) => readInline(child, reading));

/**
 * An emphasis of all that is read. Signs do not hold around white space: it moves out of them. An emphasis around nothing is
 * nothing, and within one of its own kind, as in a caption, it says no more.
 */
export function marked(
  type: EmphasisType,
  { openEmphases }: MarkdownReading,
  readContent: () => PhrasingContent[],
): PhrasingContent[] {
  if (openEmphases.has(type)) return readContent();
  openEmphases.add(type);
  const children = readContent();
  openEmphases.delete(type);
  const [first] = children;
  const last = children.at(-1);
  if (!first || !last) return [];
  const lead = first.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : '';
  if (first.type === 'text') first.value = first.value.slice(lead.length);
  // A pattern for blanks at the end would be tried from each of them.
  const trail = last.type === 'text' ? last.value.slice(last.value.trimEnd().length) : '';
  if (last.type === 'text') last.value = last.value.trimEnd();
  const inner = children.filter((child) => child.type !== 'text' || child.value !== '');
  const space = (value: string): PhrasingContent[] => (value ? [{ type: 'text', value }] : []);
  if (inner.length === 0) return space(lead + trail);
  return [...space(lead), { type, children: inner }, ...space(trail)];
}

/** Code holds words alone; what of it is a link or the mark of a note stays one, a link around its own piece of code. */
function inlineCode(element: Element, reading: MarkdownReading): PhrasingContent[] {
  if (!element.querySelector('a[href]')) return codeSpan(codeText(element));
  return [...element.childNodes].flatMap((child): PhrasingContent[] => {
    if (child.nodeType !== 1) return codeSpan(child.nodeValue ?? '');
    const part = child as Element;
    const mark = noteMark(part, reading);
    if (mark) return [mark];
    const children = inlineCode(part, reading);
    const url = part.localName === 'a' ? reading.linkAddress(part) : null;
    return url === null || children.length === 0 ? children : [{ type: 'link', url, children: children as never }];
  });
}

function codeSpan(text: string): PhrasingContent[] {
  const value = text.replace(SPACES, ' ');
  if (value.trim()) return [{ type: 'inlineCode', value }];
  return value ? [{ type: 'text', value }] : [];
}

/** The address is the picture's own on the web, also where a saved copy holds it back from loading. */
function picture(element: Element, reading: MarkdownReading): PhrasingContent[] {
  const address = element.getAttribute('data-src') ?? element.getAttribute('src') ?? '';
  const alt = (element.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
  const url = address && reading.pictureAddress(address);
  // As text in the note it would be unreadable; beside it, as a file, it is not.
  if (url.startsWith('data:') && url.length > 100_000) return alt ? [{ type: 'text', value: alt }] : [];
  return url ? [{ type: 'image', url, alt }] : [];
}

/**
 * A formula without its source, on one line. Between its tags Markdown reads text: signs that would mean something there are
 * written as references.
 */
export const mathMarkup = (element: Element): string =>
  element.outerHTML.replace(/\s+/g, ' ').replace(/[*_~`\\$[]|(?<==)=|(?<=%)%/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** `$…$` from the source; MathML without a source stays MathML, which Obsidian shows too. */
function formula(element: Element): Inline[] {
  const tex = (element.getAttribute('data-tex') ?? '').replace(/\s+/g, ' ').trim();
  // A bar ends the cell of a table, whatever it stands in.
  const inTable = element.closest('table') !== null;
  if (tex)
    return [{ type: 'inlineMath', value: inTable ? tex.replace(/\\\|/g, '\\Vert ').replace(/\|/g, '\\vert ') : tex }];
  const value = mathMarkup(element);
  return [{ type: 'html', value: inTable ? value.replaceAll('|', '&#124;') : value }];
}

function noteMark(element: Element, reading: MarkdownReading): FootnoteReference | null {
  const note = reading.markNote(element);
  return note === null ? null : { type: 'footnoteReference', identifier: String(note), label: String(note) };
}

function link(element: Element, reading: MarkdownReading): PhrasingContent[] {
  const mark = noteMark(element, reading);
  if (mark) return [mark];
  if (element.getAttribute('role') === 'doc-backlink') return [];
  const children = childrenOf(element, reading);
  const url = reading.linkAddress(element);
  if (url === null || children.every((child) => child.type === 'text' && child.value.trim() === '')) return children;
  return [{ type: 'link', url, children: children as never }];
}
