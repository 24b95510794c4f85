import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { latestOnly } from '../model/latest-only.ts';
import type { Library } from '../model/library.ts';
import { isReaderAddress } from '../platform/own-pages.ts';
import type { EarlyOpening } from '../reader/open-early.ts';

type ReaderCode = typeof import('../reader/reader-in-place.ts')['readerInPlace'];

/** A saved article that is read in the library's own document. */
export interface Reading extends Pick<ReaderCode, 'ReaderPage'> {
  address: string;
  early: EarlyOpening;
  /** Leads back to the list; called again it does nothing. */
  leave(): Promise<void>;
}

/** A browser that is busy with other pages may not find a page idle for many seconds. */
const LOADED_WITHIN_MS = 1500;

/**
 * Opens saved articles in the library's own document, below their own address: nothing is loaded but the article, and who
 * comes back finds the list as it was, with what was searched for and chosen. Reloading, a new tab and a link sent to
 * another window lead to the reader tab, which shows the same. Null while the list is what is shown.
 *
 * @param root what is out of sight meanwhile; presses on its links are followed.
 */
export function useReading(library: Library, root: RefObject<HTMLElement | null>): Reading | null {
  const [reading, setReading] = useState<Reading | null>(null);
  const left = useRef<Left | null>(null);

  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    let code: ReaderCode | null = null;
    const load = async () => {
      code = await loadReader();
    };
    // When the list has nothing to do. Until then, and where it cannot be loaded, links lead to the reader tab.
    const idle = requestIdleCallback(load, { timeout: LOADED_WITHIN_MS });

    const supersede = latestOnly(signal);
    const open = async ({ ReaderPage, openEarly }: ReaderCode, address: string) => {
      const isLatest = supersede();
      const early = await openEarly(library, address);
      if (!isLatest()) return void early.isOutdated();
      left.current ??= leaveList(root.current);
      if (location.href !== address) pushAddress(address);
      setReading({ ReaderPage, address, early, leave: goBackOnce() });
    };
    const onPress = (press: MouseEvent) => {
      const link = press.target instanceof Element ? press.target.closest('a') : null;
      if (!link || !code || !isReaderAddress(link.href) || !isPlainPress(press)) return;
      press.preventDefault();
      void open(code, link.href);
    };
    const onTravel = () => {
      supersede();
      if (!isReaderAddress(location.href)) setReading(null);
      else if (code) void open(code, location.href);
      else location.reload();
    };
    root.current?.addEventListener('click', onPress, { signal });
    addEventListener('popstate', onTravel, { signal });
    // The browser may have gone on to an article before there was anybody to hear of it.
    if (isReaderAddress(location.href)) onTravel();
    return () => {
      cancelIdleCallback(idle);
      end.abort();
    };
  }, [library, root]);

  useLayoutEffect(() => {
    if (reading || !left.current) return;
    goBackTo(left.current, root.current);
    left.current = null;
  }, [reading]);
  return reading;
}

function pushAddress(address: string): void {
  // The browser would move the list to where the article was left, before that place is read.
  history.scrollRestoration = 'manual';
  history.pushState(null, '', address);
}

/** Two presses would go back two steps. */
function goBackOnce(): () => Promise<void> {
  let gone = false;
  return async () => {
    if (!gone) history.back();
    gone = true;
  };
}

/** Null where it cannot be loaded. Leaves a mark in the performance timeline, which is what tests wait for. */
async function loadReader(): Promise<ReaderCode | null> {
  try {
    const { readerInPlace } = await import('../reader/reader-in-place.ts');
    performance.mark('reader-in-place');
    return readerInPlace;
  } catch {
    return null;
  }
}

/** Where the list was left: how far down, in px, and what had the focus where in the window. */
interface Left {
  top: number;
  focused: HTMLElement | null;
  focusedAt: number;
}

/** Notes where the list is left. A dialog of its own would keep what comes from being pressed: it is closed. */
function leaveList(list: HTMLElement | null): Left {
  for (const dialog of list?.querySelectorAll<HTMLDialogElement>('dialog[open]') ?? []) dialog.close();
  const { activeElement } = document;
  const focused = activeElement instanceof HTMLElement && list?.contains(activeElement) ? activeElement : null;
  return { top: scrollY, focused, focusedAt: focused?.getBoundingClientRect().top ?? 0 };
}

/**
 * Goes there again: what had the focus has it, where it was in the window, although rows above it may have come or gone. A
 * row that has left the list gives it to the one that stands there now.
 */
function goBackTo({ top, focused, focusedAt }: Left, list: HTMLElement | null): void {
  scrollTo(0, top);
  if (focused?.isConnected) scrollBy(0, focused.getBoundingClientRect().top - focusedAt);
  const titles = [...(list?.querySelectorAll<HTMLElement>('.row-title') ?? [])];
  const next = titles.find((title) => title.getBoundingClientRect().top > focusedAt - SAME_PLACE_PX);
  const heir = focused?.isConnected ? focused : focused && next;
  heir?.focus({ preventScroll: true });
}

/** Less than a row is high, and more than a line of its text. */
const SAME_PLACE_PX = 24;

/** Whether a click on a link means to follow it here, and not in another tab or window, or to keep it. */
export const isPlainPress = (press: MouseEvent): boolean =>
  press.button === 0 && !press.defaultPrevented && !(press.ctrlKey || press.metaKey || press.shiftKey || press.altKey);
