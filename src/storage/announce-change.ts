import type { LibraryChange } from '../model/library.ts';

/** Reaches every open page of Recto in this profile, worker included, in both browsers. */
const CHANNEL = 'recto-library';

/** Tells every open window what changed. */
export function announceChange(change: LibraryChange): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

/** Calls back on changes made in other contexts until the signal aborts. */
export function watchChanges(onChange: (change: LibraryChange) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => onChange(parseChange(data));
  signal.addEventListener('abort', () => channel.close(), { once: true });
}

function parseChange(data: unknown): LibraryChange {
  const ids = typeof data === 'object' && data !== null && 'ids' in data ? data.ids : null;
  return { ids: Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : null };
}
