import type { Translate } from '../../model/message-key.ts';
import { type ReaderSettings, THEMES } from '../../model/reader-settings.ts';
import { ChoiceGroup } from '../choice-group.tsx';
import { Stepper } from '../stepper.tsx';
import { OwnColours } from './own-colours.tsx';
import { keyName } from './reader-keys.ts';
import { SiteChoices } from './site-choices.tsx';
import { TypeDetails } from './type-details.tsx';
import { LINE_STEPS, SIZE_STEPS, WIDTH_STEPS } from './type-steps.ts';
import { TypefaceChoice } from './typeface-choice.tsx';
import type { SitePreferences } from './use-site-preferences.ts';

export interface TypePanelProps {
  settings: ReaderSettings;
  /** Language of the article: it decides whose typefaces are offered. */
  lang: string | null;
  translate: Translate;
  locale: string;
  /** Applied and kept at once. */
  onChange: (changed: Partial<ReaderSettings>) => void;
  /** What can be chosen for the article's site alone; null where there is no site, or nothing may be kept of it. */
  site?: SitePreferences | null;
}

const THEME_LABELS = {
  system: 'readerThemeSystem',
  light: 'readerThemeLight',
  sepia: 'readerThemeSepia',
  dark: 'readerThemeDark',
  black: 'readerThemeBlack',
  contrast: 'readerThemeContrast',
  own: 'readerThemeOwn',
} as const;

/** The Aa panel: theme, typeface, size, width, line height; more behind a fold; what is for this site alone. */
export function TypePanel(props: TypePanelProps) {
  const { settings, translate, locale, onChange, site = null } = props;
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
      {settings.theme === 'own' && <OwnColours {...props} />}
      <TypefaceChoice {...props} />
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
      <TypeDetails {...props} />
      {site && <SiteChoices site={site} translate={translate} />}
    </section>
  );
}
