/** Escapes text for XML and removes characters that XML does not allow (https://www.w3.org/TR/xml/#charsets). */
export function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

export type Attributes = Record<string, string | null | undefined>;

/** Writes an element. `content` is XML already. Attributes that are null or undefined are left out. */
export function element(name: string, attributes: Attributes, content: string): string {
  const written = Object.entries(attributes)
    .filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  return content === '' && VOID.has(name) ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Writes an element on a line of its own, or nothing when its content is empty. */
export const filledElement = (name: string, attributes: Attributes, content: string): string =>
  content.trim() === '' ? '' : `${element(name, attributes, content)}\n`;

const VOID = new Set(['br', 'hr', 'img', 'link', 'meta', 'wbr', 'col', 'mspace', 'none', 'mprescripts']);

/**
 * A web or mail address in the characters that RFC 3986 allows; null when it is none. E-book readers reject others,
 * such as `|`, `{`, `[` and a lone `%`, which browsers allow.
 */
export function webAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return null;
  if (url.protocol !== 'mailto:' && !/^[\w.-]+(?::\d+)?$/.test(url.host)) return null;
  const [head = '', ...rest] = url.href.split('#');
  const strict = (part: string): string =>
    part.replace(/%(?![\da-f]{2})/gi, '%25').replace(/[^\w:/?@!$&'()*+,;=.~%-]/g, encodeCharacter);
  return rest.length > 0 ? `${strict(head)}#${strict(rest.join('%23'))}` : strict(head);
}

function encodeCharacter(character: string): string {
  try {
    return encodeURIComponent(character);
  } catch {
    return '%EF%BF%BD';
  }
}
