import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import type { ShortcutKeys } from '../platform/shortcut-keys.ts';
import { useWords } from '../ui/list/words-context.ts';
import { TypePanel } from '../ui/reader/type-panel.tsx';
import type { SitePreferences } from '../ui/reader/use-site-preferences.ts';

interface TypeDropProps {
  settings: ReaderSettings;
  lang: string | null;
  onChange(changed: Partial<ReaderSettings>): void;
  site: SitePreferences | null;
  keys: ShortcutKeys;
  onFail(thrown: unknown): void;
}

/** The Aa panel under the bar, and the key that is really set for full view, or the way to set one. */
export function TypeDrop({ settings, lang, onChange, site, keys, onFail }: TypeDropProps): JSX.Element {
  const { t, locale } = useWords();
  const key = keys['toggle-reader'];
  const [refused, setRefused] = useState(false);
  const openShortcuts = () =>
    void send('tab.open-shortcut-settings', {}).then((opened) => (opened ? window.close() : setRefused(true)), onFail);
  return (
    <div class="popup-drop">
      <TypePanel settings={settings} lang={lang} translate={t} locale={locale} onChange={onChange} site={site} />
      <p class="popup-key">
        {key ? t('popupKeySet', key) : t('popupKeyNone')}{' '}
        <button type="button" class="link-button" onClick={openShortcuts}>
          {t(key ? 'popupChangeKey' : 'popupSetKey')}
        </button>{' '}
        <span role="status">{refused && t('settingsChangeKeysByHand')}</span>
      </p>
    </div>
  );
}
