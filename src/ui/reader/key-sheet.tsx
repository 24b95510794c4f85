import type { Translate } from '../../model/message-key.ts';
import { textDirection } from '../../model/text-direction.ts';
import { keyName, READER_KEYS, type ReaderAction } from './reader-keys.ts';

interface KeySheetProps {
  translate: Translate;
  /** The actions this surface has. */
  actions: readonly ReaderAction[];
  /** The browser-wide shortcut that opens and closes the reader; null when none is set. */
  toggleKey: string | null;
  /** Whether letters are keys: those that are none are not named. */
  letterKeys: boolean;
}

/** The `?` sheet, made from the table that binds the keys. */
export function KeySheet({ translate, actions, toggleKey, letterKeys }: KeySheetProps) {
  const dir = textDirection(translate('localeTag'));
  const nameOf = (action: ReaderAction) => keyName(action, dir, letterKeys);
  const entries = READER_KEYS.filter(({ action }) => actions.includes(action) && nameOf(action));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls in a low window, and holds nothing else to reach by key.
    <section class="panel key-sheet" aria-label={translate('readerKeys')} tabIndex={0}>
      <dl>
        {toggleKey && (
          <div key="toggle">
            <dt>
              <kbd>{toggleKey}</kbd>
            </dt>
            <dd>{translate('commandToggleReader')}</dd>
          </div>
        )}
        {entries.map(({ action, label }) => (
          <div key={action}>
            <dt>
              <kbd>{nameOf(action)}</kbd>
            </dt>
            <dd>{translate(label)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
