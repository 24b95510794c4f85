import type { BodyWriter } from './body-writer.ts';
import type { Attributes } from './escape-xml.ts';

/** The attributes that any element may have: an id if a link leads there, a language and a direction. */
export function sharedAttributes(node: Element, writer: BodyWriter): Attributes {
  const id = writer.targets.has(node.id) && !writer.given.has(xmlId(node.id)) ? xmlId(node.id) : null;
  if (id !== null) writer.given.add(id);
  const lang = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.exec(node.getAttribute('lang') ?? '')?.[0];
  const dir = /^(?:ltr|rtl|auto)$/i.exec(node.getAttribute('dir') ?? '')?.[0]?.toLowerCase();
  return { id, lang, 'xml:lang': lang, dir };
}

/** Turns the id of a page's element into a valid XML name. */
export const xmlId = (id: string): string =>
  `n-${id.replace(/[^\w-]/g, (character) => `_${character.codePointAt(0)?.toString(36)}`)}`;
