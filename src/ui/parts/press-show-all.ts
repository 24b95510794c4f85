/** Characters; smaller growth is a changing label. */
const LEAST = 80;
/** A page that is never idle is looked at after this time all the same. */
const REST_MS = 500;
/** How long the page may take. */
const PATIENCE_MS = 12_000;

/**
 * Presses the page's own button as the person asked, and waits until the page shows more text and is at rest. False
 * when it does not, or when the signal aborts. This is the one thing that Recto presses in a live page; the rest is the
 * page's doing. find-show-all.ts alone says which button it may be, and is asked right before.
 */
export function pressShowAll(button: HTMLElement, signal: AbortSignal): Promise<boolean> {
  const page = button.ownerDocument;
  // The body is asked for each time: a page may draw itself anew in another, or be without one meanwhile.
  const length = () => page.body?.innerText.length ?? 0;
  const before = length();
  press(button);
  return new Promise((resolve) => {
    let idle = 0;
    const end = (grown: boolean) => {
      observer.disconnect();
      clearTimeout(timer);
      cancelIdleCallback(idle);
      resolve(grown);
    };
    const look = () => {
      idle = 0;
      if (length() >= before + LEAST) end(true);
    };
    const lookSoon = () => (idle ||= requestIdleCallback(look, { timeout: REST_MS }));
    const observer = new MutationObserver(lookSoon);
    observer.observe(page, { subtree: true, childList: true, attributes: true, characterData: true });
    const timer = setTimeout(() => end(false), PATIENCE_MS);
    signal.addEventListener('abort', () => end(false), { once: true });
    lookSoon();
  });
}

/** A link that is used as a button leaves the address and the history as they are. */
function press(button: HTMLElement): void {
  const view = button.ownerDocument.defaultView;
  const stay = (event: Event) => {
    const [target] = event.composedPath();
    if (target === button && button.closest('a[href^="#"]')) event.preventDefault();
  };
  view?.addEventListener('click', stay);
  button.click();
  view?.removeEventListener('click', stay);
}
