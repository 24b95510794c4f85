import type { Article } from '../article.ts';

/** More pictures are a gallery of thousands; the rest stay frames. */
const MOST_PICTURES = 1000;

/**
 * In serialised markup a `<` within a tag is always inside quotes. Ending a tag at `<` as well keeps this linear: in a
 * text without `>` every `<img` would be followed to the end.
 */
const IMAGE_TAG = /<img\b(?:[^<>"']|"[^"]*"|'[^']*')*>/gi;
const ATTRIBUTE = /\s([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The addresses of the pictures that an article shows, each once, in order. Treats the markup as text, because
 * Chromium's background has no DOM. That is safe, since the addresses are only fetched as pictures. Pictures inside the
 * markup (`data:`) are not listed, because they are kept with the text.
 */
export function listPictures({ html, leadImage }: Pick<Article, 'html' | 'leadImage'>): string[] {
  const sources = [...html.matchAll(IMAGE_TAG)].map(([tag]) => {
    const source = [...tag.matchAll(ATTRIBUTE)].find(([, name = '']) => name.toLowerCase() === 'src');
    return decodeEntities(source?.[2] ?? source?.[3] ?? '').trim();
  });
  const all = leadImage === null ? sources : [leadImage, ...sources];
  return [...new Set(all.filter((address) => /^(?:https?|blob):/i.test(address)))].slice(0, MOST_PICTURES);
}

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: '\u00a0' };

/** The entities that serialising an attribute writes (https://html.spec.whatwg.org/#escapingString), and numbers. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
