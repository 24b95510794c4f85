import type { ImportedNote } from '../model/imported-item.ts';

/**
 * Reads the highlights of a page as Omnivore writes them to `highlights/<slug>.md`: each a quote, then labels and a note as
 * paragraphs; notes about the whole page are paragraphs alone. Labels stay in the note: nothing tells them from it.
 */
export function readHighlightNotes(markdown: string): ImportedNote[] {
  const notes: ImportedNote[] = [];
  for (const paragraph of markdown.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n\s*/)) {
    const text = paragraph.trim();
    const last = notes.at(-1);
    if (text.startsWith('>')) notes.push(noteOf(text.replace(/^> ?/gm, '').trim(), ''));
    else if (last && text !== '') last.note = last.note === '' ? text : `${last.note}\n\n${text}`;
    else if (text !== '') notes.push(noteOf('', text));
  }
  return notes;
}

const noteOf = (quote: string, note: string): ImportedNote => ({ quote, note, colour: 'yellow', at: null });
