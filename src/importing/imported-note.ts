import type { ImportedNote } from '../model/imported-item.ts';

/**
 * A highlighted passage with its note, as an import gives it. An empty `quote` stands for the whole page; `at` is null
 * when the file does not say when it was made. Colours of other programs are not read.
 */
export const importedNote = (quote: string, note = '', at: number | null = null): ImportedNote => ({
  quote,
  note,
  colour: 'yellow',
  at,
});
