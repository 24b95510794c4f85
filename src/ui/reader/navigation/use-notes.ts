import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Standing } from '../standing.ts';
import { findNote } from './link-target.ts';

/** How long the pointer rests on a mark before its note opens, and is away from it before the note closes. */
const REST_MS = 160;
const GRACE_MS = 280;

export interface OpenNote {
  link: HTMLAnchorElement;
  note: HTMLElement;
  /** Opened by a press, so it stays until it is closed. A note opened by pointer or focus closes with them. */
  pinned: boolean;
  /** Takes the focus: it was opened by key. */
  takeFocus: boolean;
}

export interface Notes {
  open: OpenNote | null;
  /** Opens the note of a mark, or closes it when it is open; false when the link is no mark of a note. */
  press: (link: HTMLAnchorElement, byKey: boolean) => boolean;
  close: () => void;
  /** Tells that the pointer is in the open note, or has left it. */
  hover: (inside: boolean) => void;
}

/** The note whose mark the pointer or the focus is at; null where there is none. */
function noteAt({ target }: Event, body: HTMLElement): OpenNote | null {
  const link = target instanceof Element ? target.closest('a') : null;
  const note = link && findNote(link, body);
  return note ? { link, note, pinned: false, takeFocus: false } : null;
}

/** The footnote that is open beside its mark. */
export function useNotes(stands: Standing | null): Notes {
  const [open, setOpen] = useState<OpenNote | null>(null);
  const timer = useRef(0);
  /** The focused mark whose note was closed. When the focus comes back to it, nothing opens. */
  const dismissed = useRef<HTMLElement | null>(null);
  const state = useRef(open);
  state.current = open;
  const later = (wait: number, next: OpenNote | null) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      if (!state.current?.pinned) setOpen(next);
    }, wait);
  };

  // Before the paint: later, it would close what a press opened as soon as the text was visible.
  useLayoutEffect(() => {
    if (!stands) return;
    setOpen(null);
    const stop = new AbortController();
    const { signal } = stop;
    const { body } = stands;
    body.addEventListener(
      'pointerover',
      (event) => {
        const next = event.pointerType === 'mouse' ? noteAt(event, body) : null;
        if (next) later(REST_MS, next);
        else if (state.current || timer.current) later(GRACE_MS, null);
      },
      { signal },
    );
    body.addEventListener(
      'focusin',
      (event) => {
        const next = noteAt(event, body);
        if (next?.link.matches(':focus-visible') && next.link !== dismissed.current) later(0, next);
      },
      { signal },
    );
    body.addEventListener(
      'focusout',
      (event) => {
        if (!noteAt(event, body)) return;
        dismissed.current = null;
        later(GRACE_MS, null);
      },
      { signal },
    );
    return () => {
      stop.abort();
      clearTimeout(timer.current);
    };
  }, [stands]);

  const close = () => {
    clearTimeout(timer.current);
    dismissed.current = state.current?.link ?? null;
    setOpen(null);
  };
  return {
    open,
    press(link, byKey) {
      const note = stands && findNote(link, stands.body);
      if (!note) return false;
      clearTimeout(timer.current);
      if (open?.pinned && open.link === link) close();
      else setOpen({ link, note, pinned: true, takeFocus: byKey });
      return true;
    },
    close,
    hover: (inside) => (inside ? clearTimeout(timer.current) : later(GRACE_MS, null)),
  };
}
