import type { LibraryChange } from '../model/library.ts';
import { browser } from './browser.ts';
import { isFirefox } from './is-firefox.ts';
import { remember } from './session-memory.ts';

/**
 * Joins the background and all of Recto's pages of one profile. A content script is not on it, being of another origin,
 * and neither are pages in a private window.
 */
const CHANNEL = 'recto-library';

/** Firefox tells its private windows too when another number is remembered here. Chromium shows no page of Recto's in them. */
const LAST_CHANGE = 'last-change';

/** Tells every open page what changed; the caller's own listeners are told too, since they hold a channel of their own. */
export function announceChange(change: LibraryChange): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
  // A private window that does not hear of one shows what was there before, until the next.
  if (isFirefox()) void remember(LAST_CHANGE, Math.random()).catch(() => undefined);
}

let watched: BroadcastChannel | null = null;
let watchers = 0;

/**
 * Calls back after each announced change until the signal aborts. All who watch share a channel: a change that is on its
 * way to this document reaches whoever takes a watch over, where a channel that is opened now would miss it.
 */
export function watchChanges(onChange: (change: LibraryChange) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  if (isFirefox() && browser.extension.inIncognitoContext) {
    watchFromPrivateWindow(onChange, signal);
    return;
  }
  const channel = watched ?? new BroadcastChannel(CHANNEL);
  watched = channel;
  watchers += 1;
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => onChange(parseChange(data)), { signal });
  // A function of its own: one signal may end several watches, and hears each function once.
  signal.addEventListener('abort', () => stopWatching(), { once: true });
}

/** What has changed is not told there: nothing of it is to be remembered. */
function watchFromPrivateWindow(onChange: (change: LibraryChange) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && LAST_CHANGE in changes) onChange({ ids: null });
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}

function stopWatching(): void {
  watchers -= 1;
  if (watchers > 0) return;
  watched?.close();
  watched = null;
}

/** A change of another form comes from another version of Recto: reading everything again is always right. */
function parseChange(data: unknown): LibraryChange {
  const ids = typeof data === 'object' && data !== null && 'ids' in data ? data.ids : null;
  return { ids: Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : null };
}
