import type { JSX } from 'preact';
import { useWords } from './words-context.ts';

interface ProgressNoticeProps {
  /** What is going on, as a sentence. */
  text: string;
  /** Name of the bar for those who do not see it. */
  label: string;
  progress: { done: number; total: number };
  /** Ends it where it is; left out where it cannot be ended. */
  onStop?: () => void;
}

/** How far something is that takes a while and holds nothing up. */
export function ProgressNotice({ text, label, progress: { done, total }, onStop }: ProgressNoticeProps): JSX.Element {
  const { t, number } = useWords();
  return (
    <div class="progress-notice ui">
      <p role="status">{text}</p>
      <progress value={done} max={Math.max(1, total)} aria-label={label} />
      <p class="progress-count">
        {t('listShownOf', number(done), number(total))}
        {onStop && ' '}
        {onStop && (
          <button type="button" class="link-button" onClick={onStop}>
            {t('importStop')}
          </button>
        )}
      </p>
    </div>
  );
}
