/**
 * For work that may begin again before it has ended. Call the returned function whenever work begins: it makes earlier
 * work outdated and gives a test of whether this is still the latest. Ask the test before using an answer, so that a
 * late answer never replaces a newer one. Once `signal` is aborted, no work is the latest.
 */
export function latestOnly(signal?: AbortSignal): () => () => boolean {
  let latest = 0;
  return () => {
    latest += 1;
    const mine = latest;
    return () => mine === latest && !signal?.aborted;
  };
}
