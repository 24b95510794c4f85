import type { KeyPress } from '../../model/keys/key-press.ts';
import { focusedIn } from './closed-region.tsx';

/**
 * Events by which pages forbid copying, the context menu or scrolling. Inside the overlay they are not the page's
 * business. Except for copying we have no listeners of our own, so they can be stopped early.
 */
const STOPPED = ['cut', 'contextmenu', 'selectstart', 'dragstart', 'wheel', 'touchmove'];

/**
 * Keeps events in `host` from the page until the signal aborts. A capture listener that the page added to `window`
 * before ours still hears them, which cannot be helped.
 */
export function quietPage(host: HTMLElement, onCopy: (event: ClipboardEvent) => void, signal: AbortSignal): void {
  const stop = (event: Event) => {
    if (event.composedPath().includes(host)) event.stopImmediatePropagation();
  };
  const copy = (event: ClipboardEvent) => {
    if (event.composedPath().includes(host)) onCopy(event);
    stop(event);
  };
  addEventListener('copy', copy, { capture: true, signal });
  for (const type of STOPPED) addEventListener(type, stop, { capture: true, passive: true, signal });
  // Clicks reach us first and are stopped on their way back up.
  for (const type of ['click', 'auxclick']) host.addEventListener(type, (event) => event.stopPropagation(), { signal });
}

/** Presses that belong to a control: letters typed, and the keys by which native controls are worked. */
const TYPING = 'input:not([type=radio],[type=checkbox],[type=button],[type=color]),textarea,select,[contenteditable]';

/**
 * Takes all keys while the overlay is open: they stop on `window` in the capture phase, so that the page's shortcuts do
 * nothing. What the browser itself does with a key (scrolling, moving focus, find) stays, unless `onKey` used it. Keys
 * from scripts are ignored, and so is typing, except Esc, with which the browser would close the whole overlay.
 */
export function takeKeys(host: HTMLElement, onKey: (press: KeyPress) => boolean, signal: AbortSignal): void {
  const isOurs = (event: Event) => {
    const path = event.composedPath();
    return path.includes(host) || !path.some(isAboveUs);
  };
  const take = (event: KeyboardEvent) => {
    if (!isOurs(event)) return;
    event.stopImmediatePropagation();
    if (event.type !== 'keydown' || !event.isTrusted || (event.key !== 'Escape' && isTyping(event))) return;
    if (onKey(event)) event.preventDefault();
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) addEventListener(type, take, { capture: true, signal });
}

/**
 * Whether a key is meant for something that the page has opened on top of us. The page behind our modal dialog is
 * inert. Other targets are where a browser leaves the focus, for example Firefox just after a tab has come to the
 * front.
 */
const isAboveUs = (target: EventTarget): boolean =>
  target instanceof Element && target.matches(':modal, :popover-open');

function isTyping(event: Event): boolean {
  const target = focusedIn(event.composedPath()[0]);
  return target instanceof Element && target.matches(TYPING);
}
