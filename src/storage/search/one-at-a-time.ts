/**
 * Runs `work` when no other context of Recto runs work of this name: two merges at once would each remove what the other
 * reads. Where there are no Web Locks it just runs.
 */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !navigator.locks) return work();
  return navigator.locks.request(`recto-${name}`, work);
}
