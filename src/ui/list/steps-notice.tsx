import type { JSX } from 'preact';
import type { StepsProgress } from './use-steps.ts';
import { useWords } from './words-context.ts';

/** How far a change of many articles is, with the way to end it where it is. */
export function StepsNotice({ progress: { done, total, stop } }: { progress: StepsProgress }): JSX.Element {
  const { t, number } = useWords();
  return (
    <div class="mending ui">
      <p role="status">{t('listChanging')}</p>
      <progress value={done} max={total} aria-label={t('listChanging')} />
      <p class="mending-count">
        {t('listShownOf', number(done), number(total))}{' '}
        <button type="button" class="link-button" onClick={stop}>
          {t('importStop')}
        </button>
      </p>
    </div>
  );
}
