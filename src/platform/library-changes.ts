import type { LibraryChange } from '../model/library.ts';
import { asRecord } from '../model/parsing/as-record.ts';
import { browser } from './browser.ts';
import { isFirefox } from './is-firefox.ts';
import { remember } from './session-memory.ts';
import { watchStorage } from './watch-storage.ts';

/**
 * Connects the background and all of Recto's pages in one profile. Content scripts have another origin and are not
 * connected, nor are pages in private windows.
 */
const CHANNEL = 'recto-library';

/** Firefox tells its private windows, too, when this number changes. Chromium shows no page of Recto in them. */
const LAST_CHANGE = 'last-change';

/**
 * Tells every open page what changed, including the caller's own listeners, since these have a channel of their own.
 */
export function announceChange(change: LibraryChange): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
  // A private window that misses a change shows the old state until the next one.
  if (isFirefox()) void remember(LAST_CHANGE, Math.random()).catch(() => undefined);
}

let watched: BroadcastChannel | null = null;
let watchers = 0;

/**
 * Calls back after each announced change until the signal aborts. All watchers share one channel, so that a change on
 * its way to this document still reaches a watcher that was just added; a channel opened now would miss it.
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
  // A function of its own, because one signal may end several watches and takes each function only once.
  signal.addEventListener('abort', () => stopWatching(), { once: true });
}

/** Private windows are not told what changed: nothing of it may be stored. */
function watchFromPrivateWindow(onChange: (change: LibraryChange) => void, signal: AbortSignal): void {
  watchStorage('session', (changes) => LAST_CHANGE in changes && onChange({ ids: null }), signal);
}

function stopWatching(): void {
  watchers -= 1;
  if (watchers > 0) return;
  watched?.close();
  watched = null;
}

/** A change of another form comes from another version of Recto: reading everything again is always right. */
function parseChange(data: unknown): LibraryChange {
  const { ids } = asRecord(data);
  return { ids: Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : null };
}
