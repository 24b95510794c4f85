import { options } from 'preact';

/**
 * Runs `change`, which sets a state, and returns when the result is drawn. Preact draws in a microtask, and Firefox
 * runs no microtasks of a document between `beforeprint` and the copy for paper: it is in a "sync operation"
 * (https://searchfox.org/mozilla-central/search?q=IsInSyncOperation).
 */
export function drawAtOnce(change: () => void): void {
  const before = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  try {
    change();
  } finally {
    if (before) options.debounceRendering = before;
    else delete options.debounceRendering;
  }
}
