/**
 * The optional parts of the reader, loaded when an article has something for them or somebody asks, never on the way to
 * the first paint: `code` colours code, `formulas` draws TeX.
 */
export const READER_PARTS = ['code', 'formulas'] as const;

export type ReaderPart = (typeof READER_PARTS)[number];
