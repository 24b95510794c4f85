import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { roomAbove } from '../bar/bar-room.ts';
import { isAtEnd, viewOf, watchScroll } from '../position/scroller-view.ts';
import { currentHeading, type Heading } from './use-contents.ts';

/** A heading counts as reached at the line where a jump leaves it, and up to this many px below. */
const REACHED = 24;
/** Entries drawn at once. The rest follows in later frames, because thousands would hold the page up. */
const PART = 300;

export interface ContentsProps {
  /** Name of the list for screen readers. */
  label: string;
  headings: readonly Heading[];
  /** Language of the headings: the article's. */
  lang: string | null;
  scroller: HTMLElement;
  /** Beside the text, or below the bar. */
  place: 'side' | 'drop';
  /** Room for the list beside the text, in px. */
  width?: number;
  onGo: (target: HTMLElement) => void;
}

/** The table of contents, with the section marked that is being read. */
export function Contents({ label, headings, lang, scroller, place, width, onGo }: ContentsProps) {
  const current = useCurrentHeading(headings, scroller);
  const list = useRef<HTMLElement>(null);
  const drawn = useDrawn(headings);
  const go = useRef(onGo);
  go.current = onGo;
  useLayoutEffect(() => {
    markCurrent(list.current, current);
    showCurrent(list.current);
  }, [headings, current, drawn]);
  return (
    <nav
      ref={list}
      class={place === 'side' ? 'ui contents' : 'ui contents panel'}
      data-place={place}
      aria-label={label}
      style={width ? { '--r-room': `${width}px` } : undefined}
    >
      <ol lang={lang ?? undefined}>
        {Array.from({ length: Math.ceil(drawn / PART) }, (_, at) => (
          <Entries key={at} headings={headings} from={at * PART} go={go} />
        ))}
      </ol>
    </nav>
  );
}

interface EntriesProps {
  headings: readonly Heading[];
  from: number;
  go: { current: ContentsProps['onGo'] };
}

/** Some of the entries. They are drawn once; the mark is moved without drawing them again. */
function Entries({ headings, from, go }: EntriesProps) {
  const entries = useMemo(
    () =>
      headings.slice(from, from + PART).map(({ element, text, depth }, index) => (
        <li key={index} data-depth={depth}>
          <button type="button" onClick={() => go.current(element)}>
            <bdi>{text}</bdi>
          </button>
        </li>
      )),
    [headings, from, go],
  );
  return <>{entries}</>;
}

/** How many of the headings have their entry by now. */
function useDrawn(headings: readonly Heading[]): number {
  const [state, setState] = useState({ headings, count: PART });
  const count = state.headings === headings ? state.count : PART;
  useEffect(() => {
    if (count >= headings.length) return;
    const frame = requestAnimationFrame(() => setState({ headings, count: count + PART }));
    return () => cancelAnimationFrame(frame);
  }, [headings, count]);
  return count;
}

function useCurrentHeading(headings: readonly Heading[], scroller: HTMLElement): number {
  const [current, setCurrent] = useState(-1);
  useEffect(() => {
    const stop = new AbortController();
    const look = () => setCurrent(currentHeading(headings, readingLine(scroller)));
    watchScroll(scroller, look, stop.signal);
    return () => stop.abort();
  }, [headings, scroller]);
  return current;
}

/**
 * The line, in the coordinates of `viewOf`, above which the section that is being read begins: below the bar, where a
 * jump leaves a heading. At the end of the article it is the last line, because a heading there cannot be scrolled up
 * so far.
 */
function readingLine(scroller: HTMLElement): number {
  const { top, bottom } = viewOf(scroller);
  return scroller.scrollTop && isAtEnd(scroller) ? bottom : top + roomAbove(scroller) + REACHED;
}

function markCurrent(list: HTMLElement | null, index: number): void {
  list?.querySelector('[aria-current]')?.removeAttribute('aria-current');
  list?.querySelectorAll('button')[index]?.setAttribute('aria-current', 'location');
}

/** Scrolls only the list, and only as far as needed to show the marked section. */
function showCurrent(list: HTMLElement | null): void {
  const marked = list?.querySelector('[aria-current]');
  if (!list || !marked) return;
  const [outer, inner] = [list.getBoundingClientRect(), marked.getBoundingClientRect()];
  const third = outer.height / 3;
  if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - third;
}
