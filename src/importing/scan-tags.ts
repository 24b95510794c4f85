/** A tag of an HTML text with the text that follows it. */
export interface ScannedTag {
  /** Lower case; with a slash in front when it closes. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Up to the next tag, references resolved. */
  text: string;
}

/**
 * Reads the tags of an old HTML file one after the other, in one pass: bookmark files are lists of links of any size, made
 * by programs that close nothing. No document is made, so nothing in it can run or be fetched.
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

/** Index of the `>` that ends a tag, not one inside quotes; -1 when there is none. */
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
  // An icon of a megabyte would be read in vain.
  if (text.length > 200_000) return readAttributes(text.slice(0, 20_000));
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name.toLowerCase(), resolve(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The references that exports write; others stay as they stand. */
function resolve(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (reference, decimal, hex, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? reference;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
