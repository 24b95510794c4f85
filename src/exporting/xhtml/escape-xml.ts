/** Text as XML: what XML cannot hold (controls, lone surrogates; https://www.w3.org/TR/xml/#charsets) is dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

export type Attributes = Record<string, string | null | undefined>;

/** One element; attributes without a value are left out. */
export function element(name: string, attributes: Attributes, content: string): string {
  const written = Object.entries(attributes)
    .filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  return content === '' && VOID.has(name) ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

const VOID = new Set(['br', 'hr', 'img', 'link', 'meta', 'wbr', 'col', 'mspace', 'none', 'mprescripts']);
