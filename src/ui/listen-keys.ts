import { isTyping } from '../model/keys/match-key.ts';

/** Calls back for each key press in this document that is not typing, until the signal aborts. A used key goes no further. */
export function listenKeys(onKey: (press: KeyboardEvent) => boolean, signal: AbortSignal): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (!event.defaultPrevented && !isTyping(event.target) && onKey(event)) event.preventDefault();
    },
    { signal },
  );
}

/** Calls back for each copying from this document, until the signal aborts. */
export function listenCopy(onCopy: (event: ClipboardEvent) => void, signal: AbortSignal): void {
  document.addEventListener('copy', onCopy, { signal });
}
