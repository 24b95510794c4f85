import type { JSX } from 'preact';
import type { IndexProgress } from '../../model/library.ts';
import { useWords } from './words-context.ts';

/** Says that search misses articles while its index is made anew, and how far that is. */
export function MendingNotice({ progress }: { progress: IndexProgress }): JSX.Element {
  const words = useWords();
  const { done, total } = progress;
  return (
    <div class="mending">
      <p role="status">{words.t('listMending')}</p>
      <progress value={done} max={Math.max(1, total)} aria-label={words.t('listMendingProgress')} />
      <p class="mending-count">{words.t('listShownOf', words.number(done), words.number(total))}</p>
    </div>
  );
}
