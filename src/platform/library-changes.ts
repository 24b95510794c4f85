import type { LibraryChange } from '../model/library.ts';

/**
 * Joins the background and all of Recto's pages of one profile. A content script is not on it, being of another origin,
 * and neither are pages in a private window.
 */
const CHANNEL = 'recto-library';

/** Tells every open page what changed; the caller's own listeners are told too, since they hold a channel of their own. */
export function announceChange(change: LibraryChange): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

/** Calls back after each announced change until the signal aborts. */
export function watchChanges(onChange: (change: LibraryChange) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => onChange(parseChange(data));
  signal.addEventListener('abort', () => channel.close(), { once: true });
}

/** A change of another form comes from another version of Recto: reading everything again is always right. */
function parseChange(data: unknown): LibraryChange {
  const ids = typeof data === 'object' && data !== null && 'ids' in data ? data.ids : null;
  return { ids: Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : null };
}
