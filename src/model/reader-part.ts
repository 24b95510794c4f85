/**
 * The optional parts of the reader, loaded when an article has something for them or somebody asks, never on the way to
 * the first paint: `code` colours code, `formulas` draws TeX, `copying` writes what is
 * copied from it, `faces` loads the typefaces that come
 * with Recto, `focus` dims all but what is being read, `han` turns Chinese
 * characters into simplified or traditional ones, `speech` reads aloud, `highlights` paints
 * highlights and shows their bar, `hiding` lets blocks be chosen that are to be hidden,
 * `completeness` compares what is shown with the page below,
 * `picking` lets the article be picked on the page, `pages` joins the further pages of an article.
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
] as const;

export type ReaderPart = (typeof READER_PARTS)[number];
