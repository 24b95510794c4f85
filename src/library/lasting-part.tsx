import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { announceChange } from '../platform/library-changes.ts';

/** Notes that long work has begun; gives the function that notes its end. */
const WorkContext = createContext<() => () => void>(() => () => undefined);

interface LastingPartProps {
  isShown: boolean;
  children: ComponentChildren;
}

/**
 * A part of the library that is there while it is shown. Whoever leaves it during long work, as to see an import come
 * into the list, finds the work on coming back, or what came of it: it goes on, and only the part tells why it failed.
 */
export function LastingPart({ isShown, children }: LastingPartProps): JSX.Element | null {
  const part = useRef<HTMLDivElement>(null);
  const works = useRef(0);
  const [lasts, setLasts] = useState(false);
  const begin = useMemo(
    () => () => {
      works.current += 1;
      setLasts(true);
      return () => {
        works.current -= 1;
      };
    },
    [],
  );
  useLayoutEffect(() => {
    if (isShown) return;
    if (works.current === 0) setLasts(false);
    // As by the browser's Back: hidden, it would have the focus no more, and nobody inherits from what is still there.
    const heir = part.current?.contains(document.activeElement) && part.current.closest('main');
    if (!heir) return;
    heir.tabIndex = -1;
    heir.focus({ preventScroll: true });
  }, [isShown]);
  if (!isShown && !lasts) return null;
  return (
    <WorkContext.Provider value={begin}>
      <div ref={part} hidden={!isShown}>
        {children}
      </div>
    </WorkContext.Provider>
  );
}

/**
 * Has the part stay while the component is drawn, which shows long work. Other windows hear of the work at its end, or
 * when the page is closed in its midst: what was written until then stays.
 */
export function useLongWork(): void {
  const begin = useContext(WorkContext);
  // Before the paint: the person may leave at once.
  useLayoutEffect(begin, [begin]);
  useLayoutEffect(() => {
    const end = new AbortController();
    addEventListener('pagehide', () => announceChange({ ids: null }), { signal: end.signal });
    return () => end.abort();
  }, []);
}
