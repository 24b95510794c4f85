import temml from 'temml';

/** Formulas longer than this are no formulas; drawing them would hold the page up. */
const LONGEST = 20_000;

/**
 * The MathML of a TeX formula, as markup that is still to be sanitised; null where TeX is not understood, so that its
 * source stays. Temml, because it makes MathML alone (no spans, no fonts), in both browsers drawn by the browser itself.
 */
export function drawTex(tex: string, display: boolean): string | null {
  if (tex.length > LONGEST) return null;
  try {
    return temml.renderToString(tex, { displayMode: display, throwOnError: true, maxSize: [50, 50], maxExpand: 500 });
  } catch {
    return null;
  }
}
