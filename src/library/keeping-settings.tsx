import type { JSX } from 'preact';
import type { ReaderSettings } from '../model/reader-settings.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { useWords } from '../ui/list/words-context.ts';
import { Switch } from '../ui/switch.tsx';

interface KeepingSettingsProps {
  settings: ReaderSettings;
  onChange: (changed: Partial<ReaderSettings>) => void;
}

/** What is kept with an article, and how passages are marked. */
export function KeepingSettings({ settings, onChange }: KeepingSettingsProps): JSX.Element {
  const { t } = useWords();
  return (
    <section aria-labelledby="settings-keeping">
      <h2 id="settings-keeping">{t('settingsKeeping')}</h2>
      <ChoiceGroup
        label={t('settingsPictures')}
        choices={[
          { value: '0', label: t('settingsPicturesFull') },
          { value: '1600', label: t('settingsPicturesLarge') },
          { value: '800', label: t('settingsPicturesSmall') },
        ]}
        value={String(settings.pictureWidth)}
        onChoose={(width) => onChange({ pictureWidth: Number(width) })}
      />
      <Switch
        label={t('settingsHighlightBar')}
        why={t('settingsHighlightBarWhy')}
        checked={settings.highlightBar}
        onChange={(highlightBar) => onChange({ highlightBar })}
      />
    </section>
  );
}
