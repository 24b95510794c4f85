import type { JSX } from 'preact';
import type { MessageKey } from '../model/message-key.ts';
import { useWords } from '../ui/list/words-context.ts';
import { useLongWork } from './lasting-part.tsx';

interface WorkProgressProps {
  /** A message with the numbers done and total as `$1` and `$2`. */
  label: MessageKey;
  done: number;
  /** 0 while it is not known. */
  total: number;
  onStop?: () => void;
}

/**
 * The progress of long work: a line that fills, the numbers, and a button to stop. Screen readers are not told every
 * number.
 */
export function WorkProgress({ label, done, total, onStop }: WorkProgressProps): JSX.Element {
  const words = useWords();
  useLongWork();
  const name = words.t(label, words.number(done), words.number(total));
  return (
    <div class="work">
      <progress {...(total > 0 ? { value: done, max: total } : {})} aria-label={name} />
      <p aria-live="off">
        {name}
        {onStop && (
          <button type="button" class="link-button" onClick={onStop}>
            {words.t('importStop')}
          </button>
        )}
      </p>
    </div>
  );
}
