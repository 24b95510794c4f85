import { findParagraphs, joinNotes, noteOf, paragraphsOf } from './join-notes.ts';

/**
 * What a note becomes when `typed` is written over it. `before` is the note as it was where it was typed; without it, or
 * where the note is still that, `typed` stands alone. Where another window has changed the note meanwhile, both stay: what was
 * typed here before is replaced in it, or else the two are joined (`joinNotes`). Writing the same twice changes nothing.
 */
export function settleNote(here: string, typed: string, before: string = here): string {
  if (here === before || here === '') return typed;
  const parts = paragraphsOf(here);
  const own = findParagraphs(parts, before);
  if (own) return noteOf([...parts.slice(0, own.from), typed, ...parts.slice(own.to)]);
  return joinNotes(here, typed);
}
