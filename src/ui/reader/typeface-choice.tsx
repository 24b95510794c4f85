import type { Translate } from '../../model/message-key.ts';
import { TYPEFACES } from '../../model/reader-settings.ts';
import { ChoiceGroup } from '../choice-group.tsx';
import { hanChoices } from './han-choices.ts';
import type { TypePanelProps } from './type-panel.tsx';

/** The typefaces that suit the article's language. Typefaces that have a name are called by it in every language. */
export function TypefaceChoice({ settings, lang, translate, onChange }: TypePanelProps) {
  const han = hanChoices(lang);
  if (han)
    return (
      <ChoiceGroup
        label={translate('readerTypeface')}
        hideLabel
        value={settings.hanTypeface}
        choices={han}
        onChoose={(hanTypeface) => onChange({ hanTypeface })}
      />
    );
  const names = typefaceNames(translate);
  return (
    <ChoiceGroup
      label={translate('readerTypeface')}
      hideLabel
      value={settings.typeface}
      choices={TYPEFACES.map((value) => ({ value, label: names[value], sample: `sample-${value}` }))}
      onChoose={(typeface) => onChange({ typeface })}
    />
  );
}

const typefaceNames = (translate: Translate) => ({
  serif: translate('readerTypefaceSerif'),
  sans: translate('readerTypefaceSans'),
  mono: translate('readerTypefaceMono'),
  book: 'Literata',
  legible: 'Atkinson',
});
