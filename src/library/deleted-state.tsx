import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import type { LibraryReader } from '../model/library.ts';
import { ErrorNotice } from '../ui/list/error-notice.tsx';
import { useCounts } from '../ui/list/items/use-counts.ts';
import { useWords } from '../ui/list/words-context.ts';

/** Thousands of articles with their pictures take their time. */
const DEADLINE_MS = 5 * 60_000;

/**
 * How much room deleted articles take, and the way to free it now, which asks for confirmation. Nothing when there are
 * none.
 */
export function DeletedState({ library }: { library: LibraryReader }): JSX.Element | null {
  const { t, count } = useWords();
  const deleted = useCounts(library)?.deleted ?? 0;
  const [step, setStep] = useState<'rest' | 'asked' | 'working'>('rest');
  const [error, setError] = useState<RectoError | null>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const focusOn = (at: number) => line.current?.querySelectorAll('button')[at]?.focus();
  // Enter, when held or pressed twice, would answer before the question was read. So it meets "Not now".
  useLayoutEffect(() => {
    if (step === 'asked') focusOn(1);
  }, [step]);
  // Another window has deleted more, or taken some out. The question was about as many as were told before it; about
  // others it is asked only when the person wants that.
  useLayoutEffect(() => setStep((before) => (before === 'asked' ? 'rest' : before)), [deleted]);

  const empty = () => {
    setStep('working');
    setError(null);
    void send('library.empty-deleted', {}, DEADLINE_MS)
      .catch((thrown) => setError(asRectoError(thrown)))
      .finally(() => setStep('rest'));
  };
  const isWorking = step === 'working';
  // Not `disabled`: browsers take the focus away from a disabled button.
  const button = (label: string, onClick: (press: MouseEvent) => void) => (
    <button
      type="button"
      class="link-button"
      key={label}
      aria-disabled={isWorking || undefined}
      onClick={isWorking ? undefined : onClick}
    >
      {label}
    </button>
  );
  const answer = (press: MouseEvent) => {
    // The second half of a double click comes too early as well for the question to have been read.
    if (press.detail < 2) empty();
  };
  const notNow = () => {
    setStep('rest');
    focusOn(0);
  };
  if (error) return <ErrorNotice error={error}>{button(t('listTryAgain'), empty)}</ErrorNotice>;
  if (deleted === 0) return null;
  return (
    <p ref={line} class="deleted-state">
      <span role="status">{step === 'asked' ? t('deletedAsk') : count('deletedTakes', deleted)}</span>
      {step === 'asked'
        ? [button(t('deletedForGood'), answer), button(t('popupNotNow'), notNow)]
        : [button(t('deletedForGood'), () => setStep('asked'))]}
    </p>
  );
}
