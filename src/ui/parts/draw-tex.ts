import temml, { type Options } from 'temml';

/** A longer text is no formula; drawing it would hold the page up. */
const LONGEST = 20_000;

/** Nothing else looks so in Temml's markup, which writes quotation marks in a text as entities. */
const STYLE = / style="[^"]*"/g;

/**
 * The MathML of a TeX formula, still to be sanitised; null where the TeX is not understood, so that the source stays.
 * Temml makes MathML alone, without spans and fonts, which both browsers draw. Its inline styles would not outlive the
 * sanitiser either, and the policy of Recto's pages has each of them reported as an error while the markup is parsed.
 */
export function drawTex(tex: string, display: boolean): string | null {
  if (tex.length > LONGEST) return null;
  try {
    const options: Options = { displayMode: display, throwOnError: true, maxSize: [50, 50], maxExpand: 500 };
    return temml.renderToString(tex, options).replace(STYLE, '');
  } catch {
    return null;
  }
}
