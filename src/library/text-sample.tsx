import type { JSX } from 'preact';
import type { ReaderSettings } from '../model/reader-settings.ts';
import { useWords } from '../ui/list/words-context.ts';

/** A few lines in the interface's language, set as articles will be. */
export function TextSample({ settings }: { settings: ReaderSettings }): JSX.Element {
  const { t, locale } = useWords();
  return (
    <figure class="sample recto" data-theme={settings.theme} aria-label={t('settingsSampleLabel')}>
      <div
        class="page"
        data-surface="saved"
        data-typeface={settings.typeface}
        data-han={settings.hanTypeface}
        lang={locale}
        style={{
          '--size': String(settings.textSize / 100),
          '--width': String(settings.width / 100),
          '--leading': String(settings.lineHeight / 100),
        }}
      >
        <p>{t('settingsSample')}</p>
      </div>
    </figure>
  );
}
