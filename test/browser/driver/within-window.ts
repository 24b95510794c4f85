/** The place nearest to `at`, in px, that is in a window of this `length`. Uses nothing around it: it is run in documents, too. */
export function withinWindow(at: number, length: number): number {
  if (at < 0) return 0;
  return at < length ? at : length - 1;
}
