import type { JSX } from 'preact';
import type { Undo } from './use-undo.ts';
import { useWords } from './words-context.ts';

/** The line at the foot that says what was done and takes it back. Screen readers hear it without moving to it. */
export function UndoNotice({ undo }: { undo: Undo }): JSX.Element {
  const { t } = useWords();
  return (
    <fieldset
      class="undo"
      aria-label={t('listUndo')}
      data-shown={undo.notice !== null || undefined}
      onMouseEnter={() => undo.hold(true)}
      onMouseLeave={() => undo.hold(false)}
      onFocusIn={() => undo.hold(true)}
      onFocusOut={() => undo.hold(false)}
    >
      <p role="status">{undo.notice?.text}</p>
      {undo.notice && (
        <button type="button" onClick={undo.take} aria-keyshortcuts="u">
          {t('listUndo')}
        </button>
      )}
    </fieldset>
  );
}
