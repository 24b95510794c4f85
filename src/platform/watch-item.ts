import { browser } from './browser.ts';

/** Calls back whenever an item of `storage.local` changes, in any window, until the signal aborts. */
export function watchItem(key: string, onChange: () => void, signal: AbortSignal): void {
  const listen = (changes: Record<string, unknown>): void => {
    if (key in changes) onChange();
  };
  browser.storage.local.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listen), { once: true });
}
