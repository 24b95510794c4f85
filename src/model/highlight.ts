/** The four colours of highlights. */
export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'pink'] as const;

/**
 * A highlight of a saved article, anchored as in the W3C Web Annotation model by a text quote selector and a text
 * position selector (https://www.w3.org/TR/annotation-model/#selectors), both over `Article.text`.
 */
export interface Highlight {
  id: string;
  articleId: string;
  /** The highlighted text and up to 32 characters before and after it. */
  exact: string;
  prefix: string;
  suffix: string;
  /** Offsets in the article's text, UTF-16 code units, end exclusive. */
  start: number;
  end: number;
  colour: (typeof HIGHLIGHT_COLOURS)[number];
  note: string;
  createdAt: number;
  /** Last change of colour or note: the newer one is kept when two libraries are merged. */
  changedAt: number;
}
