/**
 * What makes a drawing more than a picture once it is a file that somebody opens by itself: scripts and documents in it,
 * handlers, style sheets that make another document of it, entities and encodings that could hide these, and addresses
 * other than of its own parts and of pictures in it, also those that an animation sets.
 */
const ACTIVE = [
  // A prefix may have letters of any script.
  /<(?:[^\s<>/:]+:)?(?:script|handler|foreignobject|iframe|frame|object|embed|form|meta|base|link)\b/i,
  /[\s"'/]on[a-z]+\s*=/i,
  /^\s*<\?xml[^>]*\sencoding\s*=(?!\s*["']utf-8["'])|<\?xml-stylesheet/i,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is left of other encodings, read as UTF-8.
  /[\u0000\u001b\ufffd]/,
  /<!(?:entity|attlist|doctype[^<>]*\[)/i,
  /\b(?:href|src)\s*=(?!\s*["']\s*(?:#|data:image\/(?:png|jpe?g|gif|webp)[;,]))/i,
  /\b(?:srcset|poster|srcdoc|xml:base)\s*=|\battributename\s*=\s*["']\s*(?:[^\s"':]+:)?(?:href|src)\b/i,
  /(?:url|src)\((?!\s*["']?\s*(?:#|data:image\/(?:png|jpe?g|gif|webp)[;,]))|@import|image-set\(/i,
];

/** What a reader of XML leaves out between letters of a text. */
const SEAMS = /<!--(?:[^-]|-(?!-))*-->|<!\[CDATA\[|\]\]>/g;

/** A character by its number, as XML writes it, and as style sheets do. */
const NUMBERED = /&#(?:x0*([\da-f]{1,6})|0*(\d{1,7}));|\\([\da-f]{1,6})\s?/gi;

/** Whether an SVG file shows the same wherever it is opened, runs nothing and fetches nothing. Judges by its source, strictly. */
export function isInertDrawing(svg: string): boolean {
  const plain = svg
    .replace(SEAMS, '')
    .replace(NUMBERED, (_written, hex?: string, decimal?: string, css?: string) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? css ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\ufffd';
    })
    // Any other character behind it stands for itself.
    .replaceAll('\\', '');
  return !ACTIVE.some((pattern) => pattern.test(svg) || pattern.test(plain));
}
