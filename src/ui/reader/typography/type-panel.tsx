import type { Translate } from '../../../model/message-key.ts';
import { contrast, READABLE_CONTRAST } from '../../../model/settings/own-theme.ts';
import { THEMES } from '../../../model/settings/reader-settings.ts';
import { ChoiceGroup } from '../../choice-group.tsx';
import { LINE_STEPS, SIZE_STEPS, Stepper, WIDTH_STEPS } from '../../stepper.tsx';
import { Switch } from '../../switch.tsx';
import { keyName } from '../reader-keys.ts';
import { TypeDetails } from './type-details.tsx';
import type { TypePanelProps } from './type-panel-props.ts';
import { TypefaceChoice } from './typeface-choice.tsx';
import type { SitePreferences } from './use-site-preferences.ts';

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

/** The person's own paper and ink, and whether one can be read on the other. */
function OwnColours({ settings, translate, locale, onChange }: TypePanelProps) {
  const { ownPaper, ownInk } = settings;
  const ratio = contrast(ownPaper, ownInk);
  const shown = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(ratio);
  const poor = ratio < READABLE_CONTRAST;
  return (
    <div class="own-colours">
      <label>
        <input type="color" value={ownPaper} onInput={(event) => onChange({ ownPaper: event.currentTarget.value })} />
        {translate('readerOwnPaper')}
      </label>
      <label>
        <input type="color" value={ownInk} onInput={(event) => onChange({ ownInk: event.currentTarget.value })} />
        {translate('readerOwnInk')}
      </label>
      <p role="status" data-poor={poor || undefined}>
        {translate(poor ? 'readerContrastPoor' : 'readerContrast', shown)}
      </p>
    </div>
  );
}

/** What is for the article's site alone. */
function SiteChoices({ site, translate }: { site: SitePreferences; translate: Translate }) {
  return (
    <div class="site-choices">
      <Switch
        label={translate('readerOwnStyle', site.site)}
        checked={site.hasOwnStyle}
        onChange={(on) => site.setOwnStyle(on)}
      />
      <Switch
        label={translate('readerAlwaysOpen', site.site)}
        checked={site.alwaysOpens}
        onChange={(on) => site.setAlwaysOpen(on)}
      />
    </div>
  );
}
