import temml from 'temml';

/** A longer text is no formula; drawing it would hold the page up. */
const LONGEST = 20_000;

/**
 * The MathML of a TeX formula, still to be sanitised; null where the TeX is not understood, so that the source stays.
 * Temml makes MathML alone, without spans and fonts, which both browsers draw.
 */
export function drawTex(tex: string, display: boolean): string | null {
  if (tex.length > LONGEST) return null;
  try {
    return temml.renderToString(tex, { displayMode: display, throwOnError: true, maxSize: [50, 50], maxExpand: 500 });
  } catch {
    return null;
  }
}
