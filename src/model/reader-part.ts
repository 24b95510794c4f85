/**
 * The optional parts of the reader, loaded when an article has something for them or somebody asks, never before the
 * first paint:
 * - `code` colours code, `formulas` draws TeX, `faces` loads the typefaces that come with Recto;
 * - `copying` writes what is copied, `speech` reads aloud, `focus` dims all but what is being read;
 * - `han` exchanges simplified and traditional Chinese characters;
 * - `highlights` paints highlights and shows their bar, `hiding` lets blocks be chosen that are to be hidden;
 * - `completeness` compares the article with the page below, `picking` lets it be picked on the page, `pages` joins its
 *   further pages; `roots` watches its shadow trees for what opens above full view, and its zoom.
 */
export const READER_PARTS = [
  'code',
  'formulas',
  'copying',
  'faces',
  'focus',
  'han',
  'speech',
  'highlights',
  'hiding',
  'completeness',
  'picking',
  'pages',
  'roots',
] as const;

export type ReaderPart = (typeof READER_PARTS)[number];
