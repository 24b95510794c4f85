import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../../src/ui/styles/tokens.css'), 'utf8');

/** Custom properties of the first rule with exactly this selector. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`\n${selector} {`);
  const rule = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries([...rule.matchAll(/--r-([\w-]+):\s*([^;]+);/g)].map((found) => [found[1], found[2]]));
}

const base = tokensOf('.recto');

/** Value of a token in a theme, with `light-dark()` resolved. */
function token(theme: string, name: string, scheme: 'light' | 'dark'): string {
  const value = { ...base, ...tokensOf(`.recto[data-theme="${theme}"]`) }[name] ?? '';
  const pair = /^light-dark\((.+\)), (.+\))\)$/.exec(value);
  return (pair ? pair[scheme === 'light' ? 1 : 2] : value) ?? '';
}

/** Relative luminance (WCAG 2.2) of an opaque `oklch()` colour, by the matrices of CSS Color 4, section 19. */
function luminance(colour: string): number {
  const [lightness = Number.NaN, chroma = 0, hue = 0] = (/^oklch\(([^)/]+)\)$/.exec(colour)?.[1] ?? '')
    .split(' ')
    .map((part) => (part.endsWith('%') ? Number.parseFloat(part) / 100 : Number(part)));
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (high + 0.05) / (low + 0.05);
}

const CASES = [
  ['light', 'light'],
  ['sepia', 'light'],
  ['dark', 'dark'],
  ['black', 'dark'],
  ['contrast', 'light'],
  ['contrast', 'dark'],
] as const;

test.each(CASES)(
  '%s theme (%s): body text has a contrast of 7:1, all other text and buttons 4.5:1',
  (theme, scheme) => {
    const colour = (name: string) => token(theme, name, scheme);
    for (const paper of ['paper', 'paper-raised']) {
      expect(contrast(colour('ink'), colour(paper))).toBeGreaterThanOrEqual(7);
      expect(contrast(colour('quiet'), colour(paper))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour('rubric'), colour(paper))).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(colour('on-rubric'), colour('rubric'))).toBeGreaterThanOrEqual(4.5);
  },
);

/** Mixes two `oklch()` colours of the same hue, or nearly so, by CSS Color 4: of the lightness that alone is exact, and all that a contrast asks. */
function mix(one: string, share: number, other: string): string {
  const [light = 0, lighter = 0] = [one, other].map((colour) => Number.parseFloat(colour.slice('oklch('.length)));
  return `oklch(${share * light + (1 - share) * lighter}% 0 0)`;
}

test.each(CASES)('%s theme (%s): the scrollbar thumb has a contrast of 3:1, and less than text', (theme, scheme) => {
  const [quiet, paper] = [token(theme, 'quiet', scheme), token(theme, 'paper', scheme)];
  const share = Number(/scrollbar-color: color-mix\(in oklab, var\(--r-quiet\) (\d+)%/.exec(css)?.[1]) / 100;
  const thumb = contrast(mix(quiet, share, paper), paper);
  expect(thumb).toBeGreaterThanOrEqual(3);
  expect(thumb).toBeLessThan(contrast(quiet, paper));
});

/** Luminance of paper with the wash of code over it; browsers mix the two as they are encoded, which a gamma of 2.2 comes near. */
function washedPaper(theme: string, scheme: 'light' | 'dark'): number {
  const [, colour = '', alpha = ''] = /^(oklch\([^/]+?) \/ ([\d.]+)\)$/.exec(token(theme, 'wash', scheme)) ?? [];
  const [paper, wash] = [luminance(token(theme, 'paper', scheme)), luminance(`${colour})`)].map(
    (it) => it ** (1 / 2.2),
  );
  return ((1 - Number(alpha)) * (paper ?? Number.NaN) + Number(alpha) * (wash ?? Number.NaN)) ** 2.2;
}

const CODE = ['comment', 'keyword', 'string', 'number', 'name', 'type', 'added', 'removed'];

test.each(CASES)('%s theme (%s): every colour of code has a contrast of 4.5:1 on its background', (theme, scheme) => {
  const behind = washedPaper(theme, scheme);
  const poor = CODE.filter((kind) => {
    const [low = 0, high = 0] = [behind, luminance(token(theme, `code-${kind}`, scheme))].sort((a, b) => a - b);
    return !((high + 0.05) / (low + 0.05) >= 4.5);
  });
  expect(poor).toEqual([]);
});
