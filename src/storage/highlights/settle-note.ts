const BETWEEN = '\n\n';

/**
 * What a note becomes when `typed` is written over it. `before` is the note as it was where it was typed; without it, or
 * where the note is still that, `typed` stands alone. Where another window has changed the note meanwhile, both stay: what was
 * typed here before is replaced in it, or else `typed` comes below. Writing the same twice changes nothing.
 */
export function settleNote(here: string, typed: string, before: string = here): string {
  if (here === before || here === '') return typed;
  const parts = here.split(BETWEEN);
  const own = findPart(parts, before);
  if (own) return joined([...parts.slice(0, own.from), typed, ...parts.slice(own.to)]);
  return findPart(parts, typed) ? here : joined([here, typed]);
}

const joined = (parts: string[]): string => parts.filter((part) => part !== '').join(BETWEEN);

/** Where whole paragraphs of a note are `text`, which may be several; null where none are. */
function findPart(parts: readonly string[], text: string): { from: number; to: number } | null {
  const { length } = text.split(BETWEEN);
  const from = parts.findIndex((_part, at) => parts.slice(at, at + length).join(BETWEEN) === text);
  return from === -1 ? null : { from, to: from + length };
}
