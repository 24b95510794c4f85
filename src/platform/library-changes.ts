import type { LibraryChange } from '../model/library.ts';

/** Joins the background and all of Recto's pages, in every window. A content script is not on it: it is of another origin. */
const CHANNEL = 'recto-library';

/** Tells every open page that these articles changed; null when so much changed that all should be read again. */
export function announceLibraryChange(ids: string[] | null): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ ids } satisfies LibraryChange);
  channel.close();
}

/** Calls back after each announced change until the signal aborts. */
export function watchLibrary(onChange: (change: LibraryChange) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (event: MessageEvent<unknown>) => onChange(parseChange(event.data));
  signal.addEventListener('abort', () => channel.close(), { once: true });
}

/** A change of another form comes from another version of Recto: reading everything again is always right. */
function parseChange(value: unknown): LibraryChange {
  const ids = typeof value === 'object' && value !== null && 'ids' in value ? value.ids : null;
  return { ids: Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : null };
}
