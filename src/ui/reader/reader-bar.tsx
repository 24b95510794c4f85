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
 * The one quiet bar. While hidden it stays in the tab order, and focus brings it back. When a control with the focus
 * goes, as Archive does once pressed, the text gets the focus: left to the browser it would be nowhere, and the bar
 * would stay for good.
 */
export function ReaderBar({ label, scroller, shown, overText, onFocus, start, middle, end, children }: ReaderBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => (bar.current ? watchBarRoom(bar.current, scroller) : undefined), [scroller]);
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    // The focus is looked up only when its element is gone: to answer, the browser lays the text out.
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
        // Browsers differ in whether they report that a removed element had the focus.
        if (relatedTarget) last.current = null;
        onFocus(false);
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out in its own way. No toolbar either: that is one stop of Tab, with arrow keys inside. */}
      <div class="reader-bar-line" role="group" aria-label={label}>
        <div class="reader-bar-group">{start}</div>
        {middle}
        <div class="reader-bar-group">{end}</div>
      </div>
      {children}
    </div>
  );
}
