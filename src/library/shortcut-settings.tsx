import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { COMMAND_IDS, type CommandId } from '../model/command-id.ts';
import type { MessageKey } from '../model/message-key.ts';
import { openShortcutSettings, type ShortcutKeys } from '../platform/shortcut-keys.ts';
import { useWords } from '../ui/list/words-context.ts';

const LABELS: Record<CommandId, MessageKey> = {
  'toggle-reader': 'commandToggleReader',
  _execute_action: 'settingsCommandPopup',
  'save-page': 'commandSavePage',
  'open-list': 'commandOpenList',
};

/** The keys that are really set, and the way to the browser's own page for changing them. */
export function ShortcutSettings({ keys }: { keys: ShortcutKeys }): JSX.Element {
  const { t } = useWords();
  const [refused, setRefused] = useState(false);
  return (
    <section aria-labelledby="settings-keys">
      <h2 id="settings-keys">{t('settingsKeys')}</h2>
      <dl class="keys">
        {COMMAND_IDS.map((id) => (
          <div key={id}>
            <dt>{t(LABELS[id])}</dt>
            <dd>{keys[id] ? <kbd>{keys[id]}</kbd> : <span class="unset">{t('settingsKeyUnset')}</span>}</dd>
          </div>
        ))}
      </dl>
      <p>
        <button
          type="button"
          class="link-button"
          onClick={() => void openShortcutSettings().then((opened) => setRefused(!opened))}
        >
          {t('settingsChangeKeys')}
        </button>
      </p>
      <p role="status">{refused && t('settingsChangeKeysByHand')}</p>
    </section>
  );
}
