import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { refuseSecondPress } from '../../is-second-press.ts';
import { useLostFocus } from '../focus/use-lost-focus.ts';
import { watchBarRoom } from './bar-room.ts';

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

/** The one quiet bar. While hidden it stays in the tab order, and focus brings it back. */
export function ReaderBar({ label, scroller, shown, overText, onFocus, start, middle, end, children }: ReaderBarProps) {
  const bar = useLostFocus(scroller, onFocus);
  useEffect(() => (bar.ref.current ? watchBarRoom(bar.ref.current, scroller) : undefined), [scroller]);
  return (
    <div {...bar} class="ui reader-bar" data-shown={shown || undefined} data-over-text={overText || undefined}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out in its own way, a toolbar is one stop of Tab */}
      <div class="reader-bar-line" role="group" aria-label={label}>
        <div class="reader-bar-group" onClickCapture={refuseSecondPress}>
          {start}
        </div>
        {middle}
        <div class="reader-bar-group">{end}</div>
      </div>
      {children}
    </div>
  );
}
