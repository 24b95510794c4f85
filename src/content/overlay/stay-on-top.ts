import { isCutOff } from '../../platform/is-cut-off.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { askDocument } from '../ask-document.ts';
import { loadInjectedPart } from '../part-scope.ts';
import { focusedIn } from './closed-region.tsx';
import type { OverlayHost } from './overlay-host.ts';

/** How often within `SPAN_MS` the overlay puts itself back on top before it says that the page keeps covering it. */
const MOST_RETURNS = 3;
const SPAN_MS = 10_000;

/** How long it then waits each time, so that two scripts do not race each other until the browser stands still. */
const PAUSE_MS = 1_000;

interface StayOptions {
  host: OverlayHost;
  /** Called once the page has covered or removed the overlay `MOST_RETURNS` times within `SPAN_MS`. */
  onFight: () => void;
  /** Called when no listener of the overlay works any more: the page was rewritten, or another Recto has removed it. */
  onDeaf: () => void;
  signal: AbortSignal;
}

/**
 * Keeps the overlay in the page and on top. A page can remove the host, open a modal dialog or show a popover after
 * ours: closing and opening again puts us back above it, with focus and scroll position kept.
 */
export function stayOnTop({ host, onFight, onDeaf, signal }: StayOptions): void {
  const { dialog, root } = host;
  let scrollTop = 0;
  let focused: HTMLElement | undefined;
  const note = () => {
    ({ scrollTop } = dialog);
    focused = focusedIn(root.activeElement ?? dialog) as HTMLElement;
  };
  for (const type of ['scroll', 'focusin']) dialog.addEventListener(type, note, { passive: true, signal });
  let isBelowPopover = false;
  const act = () => {
    // Now above all popovers that were open before.
    isBelowPopover = false;
    putBack(host, scrollTop, focused);
  };
  const putBackInTurn = takeTurns(act, onFight, signal);
  const look = () => {
    if (signal.aborted || (host.element.isConnected && !isCovered(host) && !isBelowPopover)) return;
    if (isDeaf(host) || isCutOff()) onDeaf();
    else putBackInTurn();
  };
  // Below a modal dialog a popover is inert, so looking at a point does not find it; only its own event tells. Other
  // elements are not noted, because focus also leaves and returns to what is below us.
  const notePopover = ({ target }: Event) => {
    if (target instanceof Element && Element.prototype.matches.call(target, ':popover-open')) isBelowPopover = true;
  };
  addEventListener('toggle', notePopover, { capture: true, signal });
  const lookSoon = () => setTimeout(look);
  // A dialog takes the focus. So does a frame, but only after the event. A popover has an event of its own.
  for (const type of ['focusin', 'blur', 'toggle', 'fullscreenchange'])
    addEventListener(type, lookSoon, { capture: true, signal });
  watchForRemoval(look, signal);
  const watchRoots = () =>
    loadInjectedPart('roots').then((watch) => watch(host.element, notePopover, lookSoon, signal));
  // If this part does not load, something that opens in a shadow tree or takes no focus may stay above the article.
  const callOff = afterPaint(() => void watchRoots().catch(() => undefined));
  signal.addEventListener('abort', callOff);
}

/** Calls `look` after the page may have taken us away. */
function watchForRemoval(look: () => void, signal: AbortSignal): void {
  const removal = new MutationObserver(() => {
    // The document may have another by now, or none yet.
    const root: Element | null = askDocument(document, 'documentElement');
    if (!root) return;
    removal.observe(root, { childList: true });
    look();
  });
  removal.observe(document, { childList: true });
  removal.observe(askDocument(document, 'documentElement'), { childList: true });
  signal.addEventListener('abort', () => removal.disconnect());
}

/** Runs `act` at once for the first `MOST_RETURNS` times within `SPAN_MS`, and after that at most once per `PAUSE_MS`. */
function takeTurns(act: () => void, onFight: () => void, signal: AbortSignal): () => void {
  let times: number[] = [];
  let waiting = false;
  return () => {
    if (waiting) return;
    const now = Date.now();
    times = [...times.filter((time) => now - time < SPAN_MS), now];
    if (times.length === MOST_RETURNS) onFight();
    if (times.length <= MOST_RETURNS) return act();
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (!signal.aborted) act();
    }, PAUSE_MS);
  };
}

/**
 * Whether something covers the overlay, judged by the point in the middle, where the article is. A focused frame of the
 * page counts too: in Chromium its scripts can take the focus, and with it all keys, although the frame is inert. So
 * does a dialog that was moved in the document: it is still open but no longer modal.
 */
function isCovered({ element, dialog }: OverlayHost): boolean {
  if (!dialog.open) return false;
  if (!dialog.matches(':modal') || askDocument(document, 'activeElement')?.localName === 'iframe') return true;
  const { clientWidth, clientHeight } = askDocument(document, 'documentElement');
  const seen = document.elementFromPoint(clientWidth / 2, clientHeight / 2);
  return seen !== null && seen !== element;
}

/**
 * Whether the dialog's listeners are gone: `document.open` removes every listener in the document, even in shadow trees
 * (https://html.spec.whatwg.org/#document-open-steps). The session answers this event.
 */
const isDeaf = ({ dialog }: OverlayHost): boolean => dialog.dispatchEvent(new Event('cancel', { cancelable: true }));

function putBack({ element, dialog }: OverlayHost, scrollTop: number, focused: HTMLElement | undefined): void {
  // Not inside the body: there it would have the body's zoom, and would be printed with the page or not at all.
  const top = askDocument(document, 'documentElement');
  if (element.parentNode !== top) top?.append(element);
  // Its `close` event comes later. The session then sees from `open` that this was not the end.
  dialog.close();
  dialog.showModal();
  dialog.scrollTop = scrollTop;
  // Chromium would choose the first control, Save, whatever `autofocus` says.
  for (const target of [dialog, focused]) target?.focus({ preventScroll: true });
}
