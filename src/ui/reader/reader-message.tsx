import type { ErrorCode } from '../../model/error-code.ts';
import type { Translate } from '../../model/message-key.ts';
import { Button } from '../button.tsx';
import { errorMessage } from './error-message.ts';

export interface MessageAction {
  label: string;
  primary?: boolean;
  keyHint?: string | undefined;
  onPress: () => void;
}

interface ReaderMessageProps {
  code: ErrorCode;
  translate: Translate;
  actions: readonly MessageAction[];
}

/** What stands in place of an article that cannot be shown: the cause, the next step, and the controls for it. */
export function ReaderMessage({ code, translate, actions }: ReaderMessageProps) {
  const { what, next } = errorMessage(code, translate);
  return (
    <section class="ui reader-message" role="alert">
      <h1>{what}</h1>
      <p>{next}</p>
      <div class="reader-message-actions">
        {actions.map(({ label, primary, keyHint, onPress }) => (
          <Button key={label} label={label} primary={primary ?? false} keyHint={keyHint} onPress={onPress} />
        ))}
      </div>
    </section>
  );
}
