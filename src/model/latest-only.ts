/**
 * For work that may begin again before it has ended: gives what is called whenever it begins. That outdates what has begun
 * before, and gives whether this is still the latest, to be asked before an answer is used: a late one never replaces a
 * newer one. Once `signal` is aborted, none is the latest.
 */
export function latestOnly(signal?: AbortSignal): () => () => boolean {
  let latest = 0;
  return () => {
    latest += 1;
    const mine = latest;
    return () => mine === latest && !signal?.aborted;
  };
}
