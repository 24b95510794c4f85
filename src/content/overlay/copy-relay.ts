type OnCopy = (event: ClipboardEvent) => void;

export interface CopyRelay {
  listen: (onCopy: OnCopy, signal: AbortSignal) => void;
  tell: OnCopy;
}

/** Passes copying on to those who listen for it: the event itself is stopped before it reaches anybody. */
export function copyRelay(): CopyRelay {
  const listeners = new Set<OnCopy>();
  return {
    listen(onCopy, signal) {
      listeners.add(onCopy);
      signal.addEventListener('abort', () => listeners.delete(onCopy));
    },
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}
