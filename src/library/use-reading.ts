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

/** A browser that is busy with other pages may not find this page idle for many seconds. */
const LOADED_WITHIN_MS = 1500;

/**
 * Opens saved articles in the library's own document, below their own address. Only the article is loaded, and a person
 * who goes back finds the list as it was, with search and selection. After a reload, in a new tab and in another window
 * the same address opens the reader tab, which shows the same. Null while the list is shown.
 *
 * @param root is hidden meanwhile; presses on its links are handled
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
    // Loaded when the list is idle. Until then, and if that fails, links lead to the reader tab.
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
    // The browser may have gone to an article before this listened.
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
  // The browser would scroll the list to the article's place before that place is read.
  history.scrollRestoration = 'manual';
  history.pushState(null, '', address);
}

/** A function that goes back once: two presses would go back two steps. */
function goBackOnce(): () => Promise<void> {
  let gone = false;
  return async () => {
    if (!gone) history.back();
    gone = true;
  };
}

/** Loads the reader; null where that fails. Leaves a mark in the performance timeline, for which tests wait. */
async function loadReader(): Promise<ReaderCode | null> {
  try {
    const { readerInPlace } = await import('../reader/reader-in-place.ts');
    performance.mark('reader-in-place');
    return readerInPlace;
  } catch {
    return null;
  }
}

/**
 * Where the list was left: its scroll position in px, and which element had the focus at which height in the window.
 */
interface Left {
  top: number;
  focused: HTMLElement | null;
  focusedAt: number;
}

/** Notes where the list is left, and closes its dialogs, which would block presses on the article. */
function leaveList(list: HTMLElement | null): Left {
  for (const dialog of list?.querySelectorAll<HTMLDialogElement>('dialog[open]') ?? []) dialog.close();
  const { activeElement } = document;
  const focused = activeElement instanceof HTMLElement && list?.contains(activeElement) ? activeElement : null;
  return { top: scrollY, focused, focusedAt: focused?.getBoundingClientRect().top ?? 0 };
}

/**
 * Goes back there. The element that had the focus gets it at the same height in the window, although rows above may
 * have come or gone. If its row or passage has left the list, the one now in its place gets the focus: the last one if it
 * was the last, and an empty list itself, where keys such as that of Undo still work.
 */
function goBackTo({ top, focused, focusedAt }: Left, list: HTMLElement | null): void {
  scrollTo(0, top);
  if (focused?.isConnected) scrollBy(0, focused.getBoundingClientRect().top - focusedAt);
  const links = [...(list?.querySelectorAll<HTMLElement>('.row-title, .highlights a') ?? [])];
  const next = links.find((link) => link.getBoundingClientRect().top > focusedAt - SAME_PLACE_PX);
  const inItsPlace = next ?? links.at(-1) ?? list?.querySelector<HTMLElement>('.list-view, .highlights');
  const heir = focused?.isConnected ? focused : focused && inItsPlace;
  heir?.focus({ preventScroll: true });
}

/** Less than the height of a row, more than a line of its text. */
const SAME_PLACE_PX = 24;

/**
 * Whether a click on a link is meant to follow it here, and not to open it in another tab or window or to download it.
 */
export const isPlainPress = (press: MouseEvent): boolean =>
  press.button === 0 && !press.defaultPrevented && !(press.ctrlKey || press.metaKey || press.shiftKey || press.altKey);
