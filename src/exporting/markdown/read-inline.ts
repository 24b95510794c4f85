import type { FootnoteReference, PhrasingContent } from 'mdast';
import { codeText } from '../code-text.ts';
import { isInlineScript } from './is-inline-script.ts';
import type { EmphasisType, MarkdownReading } from './markdown-reading.ts';
import { SPACES } from './tidy-inline.ts';

/** Elements that Markdown has no syntax for, and that Obsidian shows when they are written as HTML. */
const AS_HTML = new Set(['sub', 'sup', 'u', 'ins', 'mark', 'kbd', 'ruby', 'rb', 'rt', 'rp', 'rtc']);

/** Blocks that begin a line of their own where only running text is possible, as in a heading or a table cell. */
const LINES = /^(?:p|div|section|article|aside|header|footer|h[1-6]|address|blockquote|summary|figcaption|li|dt|dd)$/;

const EMPHASIS: Record<string, EmphasisType> = {
  ...{ em: 'emphasis', i: 'emphasis', cite: 'emphasis', dfn: 'emphasis', var: 'emphasis' },
  ...{ strong: 'strong', b: 'strong', s: 'delete', del: 'delete' },
};

/** Reads a node of running text. White space stays as it is; `tidyInline` collapses it for the whole paragraph. */
export function readInline(node: Node, reading: MarkdownReading): PhrasingContent[] {
  if (node.nodeType === 3) return [{ type: 'text', value: node.nodeValue ?? '' }];
  if (node.nodeType !== 1) return [];
  const element = node as Element;
  const name = element.localName;
  const emphasis = EMPHASIS[name];
  if (emphasis) return withEmphasis(emphasis, reading, () => readInlineChildren(element, reading));
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
      return formula(element);
    case 'a':
      return link(element, reading);
    case 'q':
      return [{ type: 'text', value: '“' }, ...readInlineChildren(element, reading), { type: 'text', value: '”' }];
  }
  const children = readInlineChildren(element, reading);
  if (LINES.test(name)) return [{ type: 'break' }, ...children, { type: 'break' }];
  const isMark = name === 'sup' && children.every(({ type }) => type === 'footnoteReference');
  if (!AS_HTML.has(name) || isMark || children.length === 0) return children;
  return [{ type: 'html', value: `<${name}>` }, ...children, { type: 'html', value: `</${name}>` }];
}

/** Reads the children of an element as running text. */
export const readInlineChildren = (element: Element, reading: MarkdownReading): PhrasingContent[] =>
  [...element.childNodes].flatMap((child) => readInline(child, reading));

/**
 * Puts an emphasis around what `readContent` gives. White space at its ends is moved outside, because delimiters do not
 * work beside it. There is no emphasis around nothing, nor inside one of the same kind, as in a caption.
 */
export function withEmphasis(
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
  // Not by a pattern, which would be tried at every blank and take quadratic time.
  const trail = last.type === 'text' ? last.value.slice(last.value.trimEnd().length) : '';
  if (last.type === 'text') last.value = last.value.trimEnd();
  const inner = children.filter((child) => child.type !== 'text' || child.value !== '');
  const space = (value: string): PhrasingContent[] => (value ? [{ type: 'text', value }] : []);
  if (inner.length === 0) return space(lead + trail);
  return [...space(lead), { type, children: inner }, ...space(trail)];
}

/** Code. Since Markdown's code is plain text, links and footnote marks in it split it into pieces. */
function inlineCode(element: Element, reading: MarkdownReading): PhrasingContent[] {
  if (!element.querySelector('a[href]')) return codeSpan(codeText(element));
  return [...element.childNodes].flatMap((child): PhrasingContent[] => {
    if (child.nodeType !== 1) return codeSpan(child.nodeValue ?? '');
    const part = child as Element;
    const mark = noteMark(part, reading);
    if (mark) return [mark];
    const children = inlineCode(part, reading);
    const url = part.localName === 'a' ? reading.linkAddress(part) : null;
    return url === null || children.length === 0 ? children : [{ type: 'link', url, children }];
  });
}

function codeSpan(text: string): PhrasingContent[] {
  const value = text.replace(SPACES, ' ');
  if (value.trim() && !isInlineScript(value)) return [{ type: 'inlineCode', value }];
  return value ? [{ type: 'text', value }] : [];
}

/** A picture with its address on the web, which a saved copy keeps in `data-src` so that it does not load. */
function picture(element: Element, reading: MarkdownReading): PhrasingContent[] {
  const address = element.getAttribute('data-src') ?? element.getAttribute('src') ?? '';
  const alt = (element.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
  const url = address && reading.pictureAddress(address);
  // A large `data:` address would make the note unreadable.
  if (url.startsWith('data:') && url.length > 100_000) return alt ? [{ type: 'text', value: alt }] : [];
  return url ? [{ type: 'image', url, alt }] : [];
}

/**
 * A formula without TeX source, as MathML on one line. Markdown is also read between HTML tags, so characters that have
 * a meaning there are written as references.
 */
export const mathMarkup = (element: Element): string =>
  element.outerHTML.replace(/\s+/g, ' ').replace(/[*_~`\\$[]|(?<==)=|(?<=%)%/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The TeX source of a formula; empty when it has none. A Markdown reader without formulas would take `<b` in it for a tag;
 * a space behind the sign changes no formula.
 */
export const texOf = (math: Element): string =>
  (math.getAttribute('data-tex') ?? '').trim().replace(/<(?=[a-z!/?])/gi, '< ');

/** A formula in running text: `$…$` with its TeX source, or else MathML, which Obsidian shows as well. */
function formula(element: Element): PhrasingContent[] {
  const tex = texOf(element).replace(/\s+/g, ' ');
  // A bar would end the table cell, even inside a formula or a tag.
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
  const children = readInlineChildren(element, reading);
  const url = reading.linkAddress(element);
  if (url === null || children.every((child) => child.type === 'text' && child.value.trim() === '')) return children;
  return [{ type: 'link', url, children }];
}
