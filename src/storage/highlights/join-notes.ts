const BETWEEN = '\n\n';

/** The paragraphs of a note, and a note of those that are not empty. */
export const paragraphsOf = (note: string): string[] => note.split(BETWEEN);
export const noteOf = (paragraphs: readonly string[]): string => paragraphs.filter((part) => part !== '').join(BETWEEN);

/** Where whole paragraphs of a note are `text`, which may be several; null where none are. */
export function findParagraphs(paragraphs: readonly string[], text: string): { from: number; to: number } | null {
  const { length } = paragraphsOf(text);
  const from = paragraphs.findIndex((_part, at) => paragraphs.slice(at, at + length).join(BETWEEN) === text);
  return from === -1 ? null : { from, to: from + length };
}

/**
 * The one rule for two notes of one highlight that do not know of each other: both stay, the later below. One that holds
 * the other in whole paragraphs is enough: else two libraries that are restored into each other in turn would grow.
 */
export function joinNotes(earlier: string, later: string): string {
  if (findParagraphs(paragraphsOf(earlier), later)) return earlier;
  return findParagraphs(paragraphsOf(later), earlier) ? later : noteOf([earlier, later]);
}
