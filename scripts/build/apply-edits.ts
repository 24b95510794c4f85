/** A replacement of the text between two offsets of a source. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Applies edits to a source, in any order. Edits inside a part that another edit replaces are ignored. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let edited = '';
  let at = 0;
  for (const { start, end, text } of [...edits].sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (start < at) continue;
    edited += source.slice(at, start) + text;
    at = end;
  }
  return edited + source.slice(at);
}
