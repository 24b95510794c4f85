/**
 * Runs `work` when no other context of Recto runs work of this name: for what reads first and writes by what it has read,
 * outside of one transaction. Where there are no Web Locks it just runs.
 */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !navigator.locks) return work();
  return navigator.locks.request(`recto-${name}`, work);
}
