/**
 * Gives a function that makes a pattern at first use. A browser builds the sets of a pattern's character classes
 * (`\p{L}`) as soon as it reads the script, used or not: four of them kept a starting background for 1.5 ms.
 */
export function latePattern(source: string, flags: string): () => RegExp {
  let pattern: RegExp | null = null;
  return () => (pattern ??= new RegExp(source, flags));
}
