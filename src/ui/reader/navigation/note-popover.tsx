import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { rootOf } from '../../root-of.ts';
import type { OpenNote } from './use-notes.ts';

/** Between mark and note, and between note and window, in px. */
const GAP = 8;
const MARGIN = 12;

interface NotePopoverProps {
  open: OpenNote;
  scroller: HTMLElement;
  /** Name of the note for screen readers. */
  label: string;
  onClose: () => void;
  onHover: (inside: boolean) => void;
}

/**
 * A footnote beside its mark. It stands in the open root, like the text, so that dictionaries and translators reach it.
 */
export function NotePopover({ open, scroller, label, onClose, onHover }: NotePopoverProps) {
  const { link, note, takeFocus } = open;
  const whole = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });

  useLayoutEffect(() => {
    content.current?.replaceChildren(...copyOfNote(note));
    const put = () => box.current && setPlace(placeBeside(link, box.current, scroller));
    put();
    if (takeFocus) box.current?.focus({ preventScroll: true });
    // The mark moves when the text or the window changes its size.
    const resized = new ResizeObserver(put);
    resized.observe(link.closest('.page-body') ?? scroller);
    return () => resized.disconnect();
  }, [link, note, takeFocus]);
  useLayoutEffect(() => () => giveFocusBack(link, whole.current), [link]);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const closeOutside = (event: Event) => {
      const path = event.composedPath();
      if (box.current && !path.includes(box.current) && !path.includes(link)) onClose();
    };
    scroller.addEventListener('pointerdown', closeOutside, { signal: stop.signal });
    return () => stop.abort();
  });
  // The note stands behind all of the article, where Tab would lead out of it and far from its mark: it leads back there.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: the focus never stays on it.
  // biome-ignore lint/a11y/noStaticElementInteractions: nor is there anything to do with it.
  const edge = <span tabIndex={0} onFocus={onClose} />;
  return (
    <div ref={whole}>
      {edge}
      <aside
        ref={box}
        class="note-popover"
        role="note"
        aria-label={label}
        tabIndex={-1}
        style={{ left: `${place.left}px`, top: `${place.top}px` }}
        onPointerEnter={() => onHover(true)}
        onPointerLeave={() => onHover(false)}
      >
        <div ref={content} class="page-body" />
      </aside>
      {edge}
    </div>
  );
}

/**
 * The note without its back-links, which lead to where the reader is, and without ids, which belong to the original
 * note.
 */
function copyOfNote(note: HTMLElement): Node[] {
  const copy = note.cloneNode(true) as HTMLElement;
  for (const link of copy.querySelectorAll('[role="doc-backlink"]')) link.remove();
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  return [...copy.childNodes];
}

/** Below the mark, or above it where there is no room below; in the coordinates of the scrolled content. */
function placeBeside(link: HTMLElement, box: HTMLElement, scroller: HTMLElement): { left: number; top: number } {
  const mark = link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const isPage = scroller === scroller.ownerDocument.documentElement;
  const window = isPage ? { left: 0, top: 0 } : scroller.getBoundingClientRect();
  const column = (link.closest('.page-body') ?? scroller).getBoundingClientRect();
  const rightmost = Math.min(column.right - window.left, scroller.clientWidth - MARGIN) - width;
  const left = Math.max(MARGIN, Math.min(mark.left - window.left - MARGIN, rightmost));
  const below = mark.bottom - window.top + GAP;
  const above = mark.top - window.top - height - GAP;
  const top = below + height + MARGIN > scroller.clientHeight && above > MARGIN ? above : below;
  return { left, top: top + scroller.scrollTop };
}

/** Gives the focus back to the mark, for those who read the note by keyboard. */
function giveFocusBack(link: HTMLElement, whole: HTMLElement | null): void {
  const active = rootOf(link).activeElement;
  if (active && whole?.contains(active)) link.focus({ preventScroll: true });
}
