import type { JSX } from 'preact';
import { useActingKeys } from './letter-keys-context.ts';
import type { Undo } from './use-undo.ts';
import { useWords } from './words-context.ts';

/**
 * The line at the foot that says what was done and takes it back. Screen readers hear both without moving to it, from a
 * region that is always there: what comes with its text is not told.
 */
export function UndoNotice({ undo }: { undo: Undo }): JSX.Element {
  const { t } = useWords();
  const acts = useActingKeys();
  return (
    <>
      <p class="undo-told visually-hidden" role="status">
        {undo.notice?.text ?? (undo.taken ? t('listUndone') : '')}
      </p>
      <fieldset
        class="undo"
        aria-label={t('listUndo')}
        data-shown={undo.notice !== null || undefined}
        onMouseEnter={() => undo.hold(true)}
        onMouseLeave={() => undo.hold(false)}
        onFocusIn={() => undo.hold(true)}
        onFocusOut={() => undo.hold(false)}
      >
        <p aria-hidden="true">{undo.notice?.text}</p>
        {undo.notice && (
          <button type="button" onClick={undo.take} aria-keyshortcuts={acts('u') ? 'u' : undefined}>
            {t('listUndo')}
          </button>
        )}
      </fieldset>
    </>
  );
}
