import type { ComponentChildren } from 'preact';
import { type ErrorCode, errorKeys } from '../../model/errors/error-code.ts';
import type { Translate } from '../../model/message-key.ts';
import { Button } from '../button.tsx';

export interface MessageAction {
  label: string;
  primary?: boolean;
  keyHint?: string | undefined;
  onPress: () => void;
}

interface ReaderMessageProps {
  /** The cause and the next step, as `errorMessage` gives them. The next step may be left to the controls. */
  what: string;
  next?: string;
  actions: readonly MessageAction[];
  /** What to say about an action that was taken. */
  children?: ComponentChildren;
}

/** What stands in place of an article that cannot be shown: the cause, the next step, and the controls for it. */
export function ReaderMessage({ what, next, actions, children }: ReaderMessageProps) {
  return (
    <section class="ui reader-message" role="alert">
      <h1>{what}</h1>
      {next && <p>{next}</p>}
      <div class="reader-message-actions">
        {actions.map(({ label, primary, keyHint, onPress }) => (
          <Button key={label} label={label} primary={primary ?? false} keyHint={keyHint} onPress={onPress} />
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
