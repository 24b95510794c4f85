/**
 * The index of the first item for which a condition holds that also holds for all items after it; the number of items
 * when there is none. A binary search: testing each of tens of thousands would hold a page up.
 */
export function firstWhere<Item>(items: readonly Item[], isTrue: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(items[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
