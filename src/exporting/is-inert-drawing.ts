/**
 * What makes a drawing more than a picture once it is a file that somebody opens by itself: scripts and documents in it,
 * handlers, entities and encodings that could hide these, and addresses other than of its own parts and of pictures in it.
 */
const ACTIVE = [
  /<(?:[\w.-]+:)?(?:script|handler|foreignobject|iframe|frame|object|embed|form|meta|base|link)\b/i,
  /[\s"'/]on[a-z]+\s*=/i,
  /^\s*<\?xml[^>]*\sencoding\s*=(?!\s*["']utf-8["'])/i,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is left of other encodings, read as UTF-8.
  /[\u0000\u001b\ufffd]/,
  /<!(?:entity|doctype[^>]*\[)/i,
  /\b(?:href|src)\s*=(?!\s*["']\s*(?:#|data:image\/(?:png|jpe?g|gif|webp)[;,]))/i,
  /url\((?!\s*["']?\s*(?:#|data:image\/(?:png|jpe?g|gif|webp)[;,]))|@import/i,
];

/** Whether an SVG file shows the same wherever it is opened, runs nothing and fetches nothing. Judges by its source, strictly. */
export const isInertDrawing = (svg: string): boolean => !ACTIVE.some((pattern) => pattern.test(svg));
