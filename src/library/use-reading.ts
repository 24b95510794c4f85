import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Library } from '../model/library.ts';
import { isReaderAddress } from '../platform/own-pages.ts';
import type { EarlyOpening } from '../reader/open-early.ts';
import { isPlainPress } from './is-plain-press.ts';

type ReaderCode = typeof import('../reader/reader-in-place.ts')['readerInPlace'];

/** A saved article that is read in the library's own document. */
export interface Reading extends Pick<ReaderCode, 'ReaderPage'> {
  address: string;
  early: EarlyOpening;
}

/** A browser that is busy with other pages may not find a page idle for many seconds. */
const LOADED_WITHIN_MS = 1500;

/** Where the list was left. */
interface Left {
  top: number;
  focused: Element | null;
}

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
    const open = async ({ ReaderPage, openEarly }: ReaderCode) => {
      left.current ??= { top: scrollY, focused: document.activeElement };
      const address = location.href;
      const early = await openEarly(library);
      if (signal.aborted || location.href !== address) early.isOutdated();
      else setReading({ ReaderPage, address, early });
    };
    const onPress = (press: MouseEvent) => {
      const link = press.target instanceof Element ? press.target.closest('a') : null;
      if (!link || !code || !isReaderAddress(link.href) || !isPlainPress(press)) return;
      press.preventDefault();
      // The second press of a double click.
      if (location.href === link.href) return;
      // The browser would move the list to where the article was left, before that place is read.
      history.scrollRestoration = 'manual';
      history.pushState(null, '', link.href);
      void open(code);
    };
    const onTravel = () => {
      if (!isReaderAddress(location.href)) setReading(null);
      else if (code) void open(code);
      else location.reload();
    };
    root.current?.addEventListener('click', onPress, { signal });
    addEventListener('popstate', onTravel, { signal });
    return () => {
      cancelIdleCallback(idle);
      end.abort();
    };
  }, [library, root]);

  useLayoutEffect(() => {
    if (reading || !left.current) return;
    goBackTo(left.current);
    left.current = null;
  }, [reading]);
  return reading;
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

function goBackTo({ top, focused }: Left): void {
  scrollTo(0, top);
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}
