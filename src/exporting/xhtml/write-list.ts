import { BLOCKS, type BodyWriter, HEADINGS } from './body-writer.ts';
import { type Attributes, element, escapeXml, filledElement } from './escape-xml.ts';
import { sharedAttributes } from './shared-attributes.ts';

/**
 * Writes a list with nothing but items in it. What stands between items, as nested lists do in old pages, is added to
 * the item before it. What stands before the first item is written before the list.
 */
export function writeList(node: Element, writer: BodyWriter): string {
  const isOrdered = node.localName === 'ol';
  const isNotes = node.parentElement?.matches('.footnotes') ?? false;
  const note = isNotes && writer.forEpub ? { 'epub:type': 'footnote' } : {};
  const items: { attributes: Attributes; content: string }[] = [];
  let lead = '';
  let between: Node[] = [];
  const endBetween = (): void => {
    const content = writer.nodes(between);
    between = [];
    const last = items.at(-1);
    if (last) last.content += content;
    else lead += content;
  };
  for (const child of node.childNodes) {
    if (!(child instanceof Element) || child.localName !== 'li') {
      between.push(child);
      continue;
    }
    endBetween();
    const value = isOrdered ? integerOf(child, 'value') : null;
    items.push({ attributes: { ...sharedAttributes(child, writer), ...note, value }, content: writer.flow(child) });
  }
  endBetween();
  const attributes = { ...sharedAttributes(node, writer), ...(isOrdered ? numbering(node) : {}) };
  const written = items.map((item) => element('li', item.attributes, item.content));
  return lead + filledElement(node.localName, attributes, written.join('\n'));
}

const numbering = (list: Element): Attributes => ({
  start: integerOf(list, 'start'),
  reversed: list.hasAttribute('reversed') ? 'reversed' : null,
  type: /^[1aAiI]$/.exec(list.getAttribute('type') ?? '')?.[0],
});

const integerOf = (element: Element, name: string): string | null =>
  /^-?\d{1,9}$/.exec(element.getAttribute(name) ?? '')?.[0] ?? null;

/**
 * Writes a list of terms and definitions. One that is not valid, or has headings as terms, is written as paragraphs.
 */
export function writeTerms(node: Element, writer: BodyWriter): string {
  const parts = [...node.querySelectorAll('dt, dd')].filter((part) => part.closest('dl') === node);
  const hasOtherContent = [...node.childNodes].some((child) =>
    child instanceof Element ? !child.matches('dt, dd, :has(> dt, > dd)') : child.nodeValue?.trim(),
  );
  const hasHeadings = parts.some((part) => part.localName === 'dt' && part.querySelector(HEADINGS));
  const isWhole = !hasOtherContent && !hasHeadings && parts[0]?.localName === 'dt' && parts.at(-1)?.localName === 'dd';
  if (!isWhole) return [...node.childNodes].map((child) => writeTermAlone(child, writer)).join('');
  const written = parts.map((part) =>
    part.localName === 'dt'
      ? element('dt', sharedAttributes(part, writer), writer.phrasing(part))
      : element('dd', sharedAttributes(part, writer), writer.flow(part)),
  );
  return filledElement('dl', sharedAttributes(node, writer), written.join('\n'));
}

function writeTermAlone(node: Node, writer: BodyWriter): string {
  if (!(node instanceof Element)) return filledElement('p', {}, escapeXml(node.nodeValue ?? '').trim());
  if (node.matches(':has(> dt, > dd)'))
    return [...node.childNodes].map((child) => writeTermAlone(child, writer)).join('');
  return node.matches(BLOCKS) ? writer.block(node) : writer.flow(node);
}
