import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { watchBarRoom } from './bar-room.ts';
import { focusAt } from './focus-at.ts';

interface ReaderBarProps {
  /** Name of the toolbar for screen readers. */
  label: string;
  /** What scrolls the article it stands over. */
  scroller: HTMLElement;
  shown: boolean;
  /** Text is below it. */
  overText: boolean;
  onFocus: (inside: boolean) => void;
  /** Controls at the start of the line, about the article. */
  start: ComponentChildren;
  /** What stands in the middle of the line: how much is left. */
  middle?: ComponentChildren;
  /** Controls at its end, about the reader. */
  end: ComponentChildren;
  /** What opens below the bar: a panel or a notice. */
  children?: ComponentChildren;
}

/**
 * The one quiet bar. What is away stays in the tab order: focus brings it back. The focus of a control that goes, as Archive
 * does once it was pressed, is given to the text: left to the browser it would be nowhere, and the bar would stand for good.
 */
export function ReaderBar({ label, scroller, shown, overText, onFocus, start, middle, end, children }: ReaderBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => (bar.current ? watchBarRoom(bar.current, scroller) : undefined), [scroller]);
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    // Whether something has the focus is asked only where what had it has gone: to answer, the browser lays the text out.
    const box = bar.current;
    if (last.current?.isConnected !== false || !box || focusAt(box)) return;
    // Once: this draws the bar anew, and all of it may be out of the page for now.
    last.current = null;
    onFocus(false);
    (box.closest('main') ?? scroller).focus({ preventScroll: true });
  });
  return (
    <div
      ref={bar}
      class="ui reader-bar"
      data-shown={shown || undefined}
      data-over-text={overText || undefined}
      onFocusIn={({ target }) => {
        last.current = target as Element;
        onFocus(true);
      }}
      onFocusOut={({ relatedTarget }) => {
        // Browsers do not agree on whether they tell that what goes had the focus.
        if (relatedTarget) last.current = null;
        onFocus(false);
      }}
    >
      <div class="reader-bar-line" role="toolbar" aria-label={label}>
        <div class="reader-bar-group">{start}</div>
        {middle}
        <div class="reader-bar-group">{end}</div>
      </div>
      {children}
    </div>
  );
}
