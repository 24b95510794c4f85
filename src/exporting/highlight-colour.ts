import type { Highlight } from '../model/highlight.ts';

/** A colour for each name, for files that are read without Recto's sheets. */
export const highlightColour = (name: Highlight['colour']): string =>
  ({ yellow: '#e5b700', green: '#58a55c', blue: '#4f8fd6', pink: '#d9679a' })[name];
