import { browser } from './browser.ts';

/**
 * Calls back after each change in an area of storage, in any window, with what changed by its key, until the signal
 * aborts.
 */
export function watchStorage(
  area: 'local' | 'session',
  onChange: (changes: Record<string, unknown>) => void,
  signal: AbortSignal,
): void {
  const listener = (changes: Record<string, unknown>, changed: string): void => {
    if (changed === area) onChange(changes);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** Calls back whenever one item of `storage.local` changes, in any window, until the signal aborts. */
export function watchItem(key: string, onChange: () => void, signal: AbortSignal): void {
  watchStorage('local', (changes) => key in changes && onChange(), signal);
}
