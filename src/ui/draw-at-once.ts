import { options } from 'preact';

/**
 * Runs `change`, which sets a state, and has drawn what comes of it when it returns. Preact draws in a microtask, and Firefox
 * runs none of a document's between `beforeprint` and the copy of it that goes on paper: it is in a "sync operation"
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
