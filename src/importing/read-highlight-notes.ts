import type { ImportedNote } from '../model/imported-item.ts';
import { importedNote } from './imported-note.ts';

/**
 * Reads Omnivore's `highlights/<slug>.md`. A highlight is a quotation, and the paragraphs after it are its labels and
 * its note. Paragraphs before the first quotation are notes about the whole page. Labels become part of the note, since
 * they look the same.
 */
export function readHighlightNotes(markdown: string): ImportedNote[] {
  const notes: ImportedNote[] = [];
  for (const paragraph of markdown.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n\s*/)) {
    const text = paragraph.trim();
    const last = notes.at(-1);
    if (text.startsWith('>')) notes.push(importedNote(text.replace(/^> ?/gm, '').trim()));
    else if (last && text !== '') last.note = last.note === '' ? text : `${last.note}\n\n${text}`;
    else if (text !== '') notes.push(importedNote('', text));
  }
  return notes;
}
