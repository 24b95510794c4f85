import type { ReaderSettings } from './reader-settings.ts';

/**
 * The font files that come with Recto, under the names that their packages give them. So that the whole extension stays
 * below 1 MB, Greek is left to the typefaces of the system, and the browser itself slants or thickens letters for which
 * there is no file: italics of Cyrillic and of rarer Latin letters, and Atkinson Hyperlegible's bold italics.
 */
export const FONT_FILES = [
  'literata-latin-wght-normal',
  'literata-latin-wght-italic',
  'literata-latin-ext-wght-normal',
  'literata-cyrillic-wght-normal',
  'atkinson-hyperlegible-latin-400-normal',
  'atkinson-hyperlegible-latin-400-italic',
  'atkinson-hyperlegible-latin-700-normal',
  'atkinson-hyperlegible-latin-ext-400-normal',
  'atkinson-hyperlegible-latin-ext-700-normal',
] as const;

export type FontFile = (typeof FONT_FILES)[number];

export interface BundledFace {
  family: string;
  file: FontFile;
  style: 'normal' | 'italic';
  weight: string;
  unicodeRange: string;
}

/** The characters of each file, as `@fontsource` divides them, and the pattern of text that needs the file. */
const SUBSETS = [
  {
    name: 'latin-ext',
    needed: /[\u0100-\u02ff\u1e00-\u1eff\u20a0-\u20c0]/,
    unicodeRange:
      'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1EFF, U+20A0-20C0',
  },
  {
    name: 'cyrillic',
    needed: /[\u0400-\u04ff]/,
    unicodeRange: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
  },
  {
    name: 'latin',
    needed: /./s,
    unicodeRange:
      'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2212',
  },
] as const;

const FAMILIES = {
  book: { family: 'Recto Literata', prefix: 'literata' },
  legible: { family: 'Recto Atkinson', prefix: 'atkinson-hyperlegible' },
} as const;

/** The faces that a text in a typeface needs; none for the typefaces that systems bring along. */
export function facesFor(typeface: ReaderSettings['typeface'], text: string): BundledFace[] {
  if (typeface !== 'book' && typeface !== 'legible') return [];
  const { family, prefix } = FAMILIES[typeface];
  return SUBSETS.filter(({ needed }) => needed.test(text)).flatMap(({ name, unicodeRange }) =>
    FONT_FILES.filter((file) => file.startsWith(`${prefix}-${name}-`) && !isOtherSubset(file, prefix, name)).map(
      (file) => ({
        family,
        file,
        style: file.endsWith('italic') ? 'italic' : 'normal',
        weight: /-(\d00)-/.exec(file)?.[1] ?? '200 900',
        unicodeRange,
      }),
    ),
  );
}

/** `latin` is also how `latin-ext` begins. */
const isOtherSubset = (file: string, prefix: string, name: string): boolean =>
  name === 'latin' && file.startsWith(`${prefix}-latin-ext-`);
