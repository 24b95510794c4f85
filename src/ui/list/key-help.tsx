import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useActingKeys } from './letter-keys-context.ts';
import { LIST_KEYS, showKey } from './list-keys.ts';
import { useWords } from './words-context.ts';

/** The keys of the list, from the table that the handler uses. */
export function KeyHelp({ organise, onClose }: { organise: boolean; onClose(): void }): JSX.Element {
  const { t } = useWords();
  const acts = useActingKeys();
  const entries = LIST_KEYS.filter(({ organising, keys }) => (organise || !organising) && keys.some(acts));
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal?.(), []);
  return (
    <dialog ref={dialog} class="key-help" aria-labelledby="key-help-title" onClose={onClose}>
      <h2 id="key-help-title">{t('readerKeys')}</h2>
      <dl>
        {entries.map(({ action, keys, label }) => (
          <div key={action}>
            <dt>
              {keys.filter(acts).map((key) => (
                <kbd key={key}>{showKey(key)}</kbd>
              ))}
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{t('listClose')}</button>
      </form>
    </dialog>
  );
}
