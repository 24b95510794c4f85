/**
 * An address of the web in the characters that RFC 3986 allows, which strict readers insist on; null when it is none.
 * Browsers also take `|`, `{`, `[` and a lone `%`.
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
