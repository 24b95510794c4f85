/**
 * For work that may begin again before it has ended. Call the given function whenever work begins: it outdates earlier
 * work, and gives a test of whether this is still the latest. Ask that before using an answer, so that a late one never
 * replaces a newer one. Once `signal` is aborted, none is the latest.
 */
export function latestOnly(signal?: AbortSignal): () => () => boolean {
  let latest = 0;
  return () => {
    latest += 1;
    const mine = latest;
    return () => mine === latest && !signal?.aborted;
  };
}
