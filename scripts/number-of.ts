/** "1 page", "0 pages", "12 entries": a number with the word for what there is so many of. */
export function numberOf(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
