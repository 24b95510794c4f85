import type { Translate } from '../../model/message-key.ts';
import { type ReaderSettings, THEMES, TYPEFACES } from '../../model/reader-settings.ts';
import { ChoiceGroup } from '../choice-group.tsx';
import { Stepper } from '../stepper.tsx';
import { hanChoices } from './han-choices.ts';
import { keyName } from './reader-keys.ts';
import { LINE_STEPS, SIZE_STEPS, WIDTH_STEPS } from './type-steps.ts';

export interface TypePanelProps {
  settings: ReaderSettings;
  /** Language of the article: it decides whose typefaces are offered. */
  lang: string | null;
  translate: Translate;
  locale: string;
  /** Applied and kept at once. */
  onChange: (changed: Partial<ReaderSettings>) => void;
}

const THEME_LABELS = {
  system: 'readerThemeSystem',
  light: 'readerThemeLight',
  sepia: 'readerThemeSepia',
  dark: 'readerThemeDark',
  black: 'readerThemeBlack',
  contrast: 'readerThemeContrast',
} as const;

const TYPEFACE_LABELS = {
  serif: 'readerTypefaceSerif',
  sans: 'readerTypefaceSans',
  mono: 'readerTypefaceMono',
} as const;

/** The Aa panel: theme, typeface, size, width, line height. */
export function TypePanel({ settings, lang, translate, locale, onChange }: TypePanelProps) {
  const han = hanChoices(lang);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const show = (value: number) => percent.format(value / 100);
  return (
    <section class="panel type-panel" aria-label={translate('readerType')}>
      <ChoiceGroup
        label={translate('readerTheme')}
        hideLabel
        value={settings.theme}
        choices={THEMES.map((value) => ({ value, label: translate(THEME_LABELS[value]), swatch: value }))}
        onChoose={(theme) => onChange({ theme })}
      />
      {han ? (
        <ChoiceGroup
          label={translate('readerTypeface')}
          hideLabel
          value={settings.hanTypeface}
          choices={han}
          onChoose={(hanTypeface) => onChange({ hanTypeface })}
        />
      ) : (
        <ChoiceGroup
          label={translate('readerTypeface')}
          hideLabel
          value={settings.typeface}
          choices={TYPEFACES.map((value) => ({
            value,
            label: translate(TYPEFACE_LABELS[value]),
            sample: `sample-${value}`,
          }))}
          onChoose={(typeface) => onChange({ typeface })}
        />
      )}
      <div class="type-panel-steps">
        <Stepper
          label={translate('readerSize')}
          display={show(settings.textSize)}
          value={settings.textSize}
          steps={SIZE_STEPS}
          lessLabel={translate('readerSmaller')}
          moreLabel={translate('readerBigger')}
          lessKey={keyName('smaller')}
          moreKey={keyName('bigger')}
          onChange={(textSize) => onChange({ textSize })}
        />
        <Stepper
          label={translate('readerWidth')}
          display={show(settings.width)}
          value={settings.width}
          steps={WIDTH_STEPS}
          lessLabel={translate('readerNarrower')}
          moreLabel={translate('readerWider')}
          onChange={(width) => onChange({ width })}
        />
        <Stepper
          label={translate('readerLineHeight')}
          display={show(settings.lineHeight)}
          value={settings.lineHeight}
          steps={LINE_STEPS}
          lessLabel={translate('readerTighter')}
          moreLabel={translate('readerLooser')}
          onChange={(lineHeight) => onChange({ lineHeight })}
        />
      </div>
    </section>
  );
}
