/** The items by their names, as a person of this language looks for them: `Week 2` before `Week 10`. */
export function sortByName<Item>(items: Iterable<Item>, nameOf: (item: Item) => string): Item[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return [...items].sort((a, b) => compare(nameOf(a), nameOf(b)));
}
