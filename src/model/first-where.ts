/**
 * Index of the first item of which something is true that is true of all after it; their number where there is none. Asks
 * as many items as their number can be halved: each of tens of thousands, asked where it stands, would hold a page up.
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
