/** What stands between two offsets of a source, and what is to stand there. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Makes edits in a source, given in any order. Edits inside an edited part are void. */
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
