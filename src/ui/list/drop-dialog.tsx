import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SavedMetadata } from '../../model/saved-article.ts';
import { isSecondPress } from '../is-second-press.ts';
import { useWords } from './words-context.ts';

interface DropDialogProps {
  /** What would be deleted; at least one. */
  items: readonly SavedMetadata[];
  onDrop(): void;
  onClose(): void;
}

/** Asks whether articles shall be deleted for good, since that cannot be undone. */
export function DropDialog({ items, onDrop, onClose }: DropDialogProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  const notNow = useRef<HTMLButtonElement>(null);
  // Before the paint: the next key is for the dialog. A key that is held, or pressed twice, would answer before the
  // question was read. So it meets "Not now".
  useLayoutEffect(() => {
    dialog.current?.showModal?.();
    notNow.current?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="drop-dialog"
      role="alertdialog"
      aria-labelledby="drop-dialog-title drop-dialog-of"
      aria-describedby="drop-dialog-ask"
      onClose={onClose}
    >
      <h2 id="drop-dialog-title">{t('deletedForGood')}</h2>
      <p id="drop-dialog-of" class="drop-dialog-of" dir="auto">
        {items.length === 1 ? items[0]?.title : words.count('listSelected', items.length)}
      </p>
      <p id="drop-dialog-ask">{t('deletedAsk')}</p>
      <p class="drop-dialog-end">
        {/* The second half of a double click on the row's own button comes too early as well. */}
        <button type="button" onClick={(event) => isSecondPress(event) || onDrop()}>
          {t('deletedForGood')}
        </button>
        <button ref={notNow} type="button" onClick={(event) => isSecondPress(event) || onClose()}>
          {t('popupNotNow')}
        </button>
      </p>
    </dialog>
  );
}
