/** Calls back for each copying from this document, until the signal aborts. */
export function listenCopy(onCopy: (event: ClipboardEvent) => void, signal: AbortSignal): void {
  document.addEventListener('copy', onCopy, { signal });
}
