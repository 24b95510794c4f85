import { askDocument } from '../ask-document.ts';
import type { OverlayHost } from './overlay-host.ts';

/** So many times within `SPAN` the overlay puts itself back before it says that the page is fighting it. */
const PATIENCE = 3;
const SPAN = 10_000;
/** From then on it waits so long each time, in milliseconds, so that two scripts never race each other to a standstill. */
const PAUSE = 1_000;

interface StayOptions {
  host: OverlayHost;
  /** Called once the page has covered or removed the overlay `PATIENCE` times within ten seconds. */
  onFight: () => void;
  signal: AbortSignal;
}

/**
 * Keeps the overlay in the page and on top. A page can remove the host, open a modal dialog or show a popover after
 * ours: closing and opening again puts us back above it, with focus and scroll position kept.
 */
export function stayOnTop({ host, onFight, signal }: StayOptions): void {
  let scrollTop = 0;
  const noteScroll = () => {
    scrollTop = host.dialog.scrollTop;
  };
  host.dialog.addEventListener('scroll', noteScroll, { passive: true, signal });
  const putBackInTurn = takeTurns(() => putBack(host, scrollTop), onFight, signal);
  const look = () => {
    if (!signal.aborted && (!host.element.isConnected || isCovered(host))) putBackInTurn();
  };
  watchForCover(host.element.ownerDocument, look, signal);
}

/** Calls `look` after whatever may have put something above us or taken us away. */
function watchForCover(document: Document, look: () => void, signal: AbortSignal): void {
  const removal = new MutationObserver(look);
  removal.observe(document, { childList: true });
  removal.observe(askDocument(document, 'documentElement'), { childList: true });
  // Attributes alone: following every node that a busy page adds would slow it down.
  const opening = new MutationObserver(look);
  opening.observe(document, { subtree: true, attributes: true, attributeFilter: ['open'] });
  signal.addEventListener('abort', () => {
    removal.disconnect();
    opening.disconnect();
  });
  // A dialog inside a shadow tree shows itself by taking the focus; a popover by its event.
  for (const type of ['focusin', 'toggle', 'fullscreenchange'])
    document.addEventListener(type, () => queueMicrotask(look), { capture: true, signal });
}

/** Runs `act` at once while there is patience, then at most once in each pause. */
function takeTurns(act: () => void, onFight: () => void, signal: AbortSignal): () => void {
  const times: number[] = [];
  let waiting = false;
  return () => {
    if (waiting) return;
    const now = Date.now();
    times.push(now);
    const recent = times.filter((time) => now - time < SPAN).length;
    if (recent === PATIENCE) onFight();
    if (recent <= PATIENCE) return act();
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (!signal.aborted) act();
    }, PAUSE);
  };
}

/** Whether something else stands where the overlay should: looked for in the middle, where the article is. */
function isCovered({ element, dialog }: OverlayHost): boolean {
  if (!dialog.open) return false;
  const { clientWidth, clientHeight } = askDocument(element.ownerDocument, 'documentElement');
  const seen = element.ownerDocument.elementFromPoint(clientWidth / 2, clientHeight / 2);
  return seen !== null && seen !== element;
}

function putBack({ element, dialog, root }: OverlayHost, scrollTop: number): void {
  const focused = root.activeElement;
  if (!element.isConnected) askDocument(element.ownerDocument, 'documentElement')?.append(element);
  // Its `close` event comes later; the session knows by `open` that it was not the end.
  dialog.close();
  dialog.showModal();
  dialog.scrollTop = scrollTop;
  if (focused instanceof HTMLElement && focused !== dialog) focused.focus({ preventScroll: true });
}
