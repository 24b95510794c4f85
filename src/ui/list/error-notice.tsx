import type { JSX } from 'preact';
import { errorKeys } from '../../model/errors/error-code.ts';
import type { RectoError } from '../../model/errors/recto-error.ts';
import { useWords } from './words-context.ts';

interface ErrorNoticeProps {
  error: RectoError;
  /** Further steps beside the one in words, e.g. a Try again button. */
  children?: JSX.Element | undefined;
}

/** The sentence and the next step of an error. */
export function ErrorNotice({ error, children }: ErrorNoticeProps): JSX.Element {
  const { t } = useWords();
  const { what, next } = errorKeys(error.code);
  return (
    <div class="error" role="alert">
      <p class="error-what">{t(what)}</p>
      <p class="error-next">{t(next)}</p>
      {children}
    </div>
  );
}
