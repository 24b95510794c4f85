/** The beginning of a text of more than `longest` characters, with `…` behind it. No character is cut in two. */
export function shorten(text: string, longest: number): string {
  const characters = Array.from(text);
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
}
