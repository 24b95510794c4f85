/**
 * The least contrast for text that is meant to be read, as WCAG 2.2 requires
 * (https://www.w3.org/TR/WCAG22/#contrast-minimum).
 */
export const READABLE_CONTRAST = 4.5;

/** What a theme of the person's own colours needs besides the two that were chosen. */
interface OwnTheme {
  paper: string;
  ink: string;
  /** Which kind of the browser's own controls and scrollbars fits the paper. */
  scheme: 'light' | 'dark';
  /** Softens pictures on dark paper, as in the dark theme. */
  filter: string;
  /** Rubric red, if it can be read on the paper and on washes over it; the ink if no red can. */
  rubric: string;
}

/** The reds to choose from, the product's own first. */
const RUBRICS = ['#b8321f', '#8f1d14', '#ff8a78', '#ffc0b5'];

/** Makes a theme of paper and ink, each `#rrggbb`. */
export function ownTheme(paper: string, ink: string): OwnTheme {
  const isDark = luminance(paper) <= 0.18;
  return {
    paper,
    ink,
    scheme: isDark ? 'dark' : 'light',
    filter: isDark ? 'brightness(0.88)' : 'none',
    rubric: RUBRICS.find((red) => contrast(red, washed(paper, ink, red)) >= READABLE_CONTRAST) ?? ink,
  };
}

/** The background of a row that is both pointed at and selected: the two washes of `tokens.css`, one over the other. */
function washed(paper: string, ink: string, rubric: string): string {
  return mix(mix(paper, ink, 0.12), rubric, 0.14);
}

/** `share` of the second colour in the first, both `#rrggbb`. */
function mix(first: string, second: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [from, to] = [first, second].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((from ?? 0) * (1 - share) + (to ?? 0) * share);
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast of two colours `#rrggbb`, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
