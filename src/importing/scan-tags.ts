/** A tag in an HTML file, and the text that follows it. */
export interface ScannedTag {
  /** In lower case; with a slash in front for an end tag. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** The text up to the next tag, with character references resolved. */
  text: string;
}

/**
 * Reads the tags of an HTML file one after the other. It is for bookmark files, which may be large and whose elements
 * have no end tags. No document is made, so nothing in the file can run or be fetched.
 */
export function* scanTags(html: string): Generator<ScannedTag> {
  for (let at = html.indexOf('<'); at >= 0; ) {
    const head = NAME.exec(html.slice(at, at + 40));
    if (!head) {
      const comment = html.startsWith('<!--', at) ? html.indexOf('-->', at + 4) : at;
      at = comment < 0 ? -1 : html.indexOf('<', comment + 1);
      continue;
    }
    const end = endOfTag(html, at + head[0].length);
    if (end < 0) return;
    const next = html.indexOf('<', end);
    const text = html.slice(end + 1, next < 0 ? undefined : next);
    const attributes = readAttributes(html.slice(at + head[0].length, end));
    yield { name: (head[1] ?? '').toLowerCase(), attributes, text: resolve(text) };
    at = next;
  }
}

const NAME = /^<(\/?[a-z][a-z\d]*)/i;

/** The index of the `>` that ends a tag and is not inside quotes; -1 when there is none. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const sign = html[at] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at;
    else if ((sign === '"' || sign === "'") && html[at - 1] === '=') quote = sign;
  }
  return -1;
}

const ATTRIBUTE = /([^\s=>"']+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  // A tag may contain an icon of a megabyte, which is not needed and comes last.
  if (text.length > 200_000) return readAttributes(text.slice(0, 20_000));
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name.toLowerCase(), resolve(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Resolves the character references that exports contain. Others are left as they are. */
function resolve(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (reference, decimal, hex, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? reference;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
