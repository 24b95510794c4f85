/**
 * Gives a pattern that is made when it is first asked for. Of the classes of characters that a pattern names (`\p{L}`) a
 * browser makes sets as soon as it reads the script, used or not: four of them kept a starting background for 1.5 ms.
 */
export function latePattern(source: string, flags: string): () => RegExp {
  let pattern: RegExp | null = null;
  return () => (pattern ??= new RegExp(source, flags));
}
