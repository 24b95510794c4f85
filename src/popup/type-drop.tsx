import type { JSX } from 'preact';
import { send } from '../messaging/send.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import type { ShortcutKeys } from '../platform/shortcut-keys.ts';
import { useWords } from '../ui/list/words-context.ts';
import { TypePanel } from '../ui/reader/type-panel.tsx';
import type { SitePreferences } from '../ui/reader/use-site-preferences.ts';

export interface TypeDropProps {
  settings: ReaderSettings;
  lang: string | null;
  onChange(changed: Partial<ReaderSettings>): void;
  site: SitePreferences | null;
  keys: ShortcutKeys;
}

/** The Aa panel under the bar, and the key that is really set for full view, or the way to set one. */
export function TypeDrop({ settings, lang, onChange, site, keys }: TypeDropProps): JSX.Element {
  const { t, locale } = useWords();
  const key = keys['toggle-reader'];
  const openShortcuts = () => void send('tab.open-shortcut-settings', {}).then(() => window.close());
  return (
    <div class="popup-drop">
      <TypePanel settings={settings} lang={lang} translate={t} locale={locale} onChange={onChange} site={site} />
      <p class="popup-key">
        {key ? t('popupKeySet', key) : t('popupKeyNone')}{' '}
        <button type="button" class="link-button" onClick={openShortcuts}>
          {t(key ? 'popupChangeKey' : 'popupSetKey')}
        </button>
      </p>
    </div>
  );
}
