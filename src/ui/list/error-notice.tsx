import type { JSX } from 'preact';
import type { MessageKey } from '../../model/message-key.ts';
import type { RectoError } from '../../model/recto-error.ts';
import { useWords } from './words-context.ts';

export interface ErrorNoticeProps {
  error: RectoError;
  /** Further steps beside the one in words, e.g. a Try again button. */
  children?: JSX.Element | undefined;
}

/** The sentence and the next step of an error. */
export function ErrorNotice({ error, children }: ErrorNoticeProps): JSX.Element {
  const { t } = useWords();
  const name = error.code.replaceAll('-', '_');
  return (
    <div class="error" role="alert">
      <p class="error-what">{t(`error_${name}` as MessageKey)}</p>
      <p class="error-next">{t(`errorNext_${name}` as MessageKey)}</p>
      {children}
    </div>
  );
}
