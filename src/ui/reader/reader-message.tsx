import type { ComponentChildren } from 'preact';
import { type ErrorCode, errorKeys } from '../../model/errors/error-code.ts';
import type { Translate } from '../../model/message-key.ts';
import { Button } from '../button.tsx';
import { refuseSecondPress } from '../is-second-press.ts';
import { useLostFocus } from './focus/use-lost-focus.ts';

export interface MessageAction {
  label: string;
  primary?: boolean;
  keyHint?: string | undefined;
  onPress: () => void;
}

interface ReaderMessageProps {
  /** Gets the focus when a control that has it disappears. */
  scroller: HTMLElement;
  /** The cause and the next step, as `errorMessage` gives them. The next step may be left to the controls. */
  what: string;
  next?: string;
  actions: readonly MessageAction[];
  /** What to say about an action that was taken. */
  children?: ComponentChildren;
}

/** What stands in place of an article that cannot be shown: the cause, the next step, and the controls for it. */
export function ReaderMessage({ scroller, what, next, actions, children }: ReaderMessageProps) {
  return (
    <section {...useLostFocus(scroller)} class="ui reader-message" role="alert">
      <h1>{what}</h1>
      {next && <p>{next}</p>}
      <div class="reader-message-actions" onClickCapture={refuseSecondPress}>
        {actions.map((action) => (
          <Button key={action.label} {...action} />
        ))}
      </div>
      {children}
    </section>
  );
}

/** The sentence of an error and what to do next, in the interface language. */
export function errorMessage(code: ErrorCode, translate: Translate): { what: string; next: string } {
  const { what, next } = errorKeys(code);
  return { what: translate(what), next: translate(next) };
}
