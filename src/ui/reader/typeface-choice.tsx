import type { Translate } from '../../model/message-key.ts';
import { type ReaderSettings, TYPEFACES } from '../../model/reader-settings.ts';
import { ChoiceGroup } from '../choice-group.tsx';
import { hanChoices } from './han-choices.ts';
import type { TypePanelProps } from './type-panel.tsx';

type Typeface = ReaderSettings['typeface'];

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
  const instead = insteadOfBundled(lang);
  return (
    <ChoiceGroup
      label={translate('readerTypeface')}
      hideLabel
      value={instead[settings.typeface] ?? settings.typeface}
      choices={TYPEFACES.filter((value) => !instead[value]).map((value) => ({
        value,
        label: names[value],
        sample: `sample-${value}`,
      }))}
      onChoose={(typeface) => onChange({ typeface })}
    />
  );
}

/** What is seen in place of those typefaces that come with Recto and have no letters of the script (`bundled-fonts.ts`). */
function insteadOfBundled(lang: string | null): Partial<Record<Typeface, Typeface>> {
  let script: string | undefined;
  try {
    script = new Intl.Locale(lang ?? '').maximize().script;
  } catch {
    // No language, or none that anybody knows.
  }
  if (!script || script === 'Latn') return {};
  return { legible: 'sans', ...(script === 'Cyrl' ? {} : { book: 'serif' }) };
}

const typefaceNames = (translate: Translate) => ({
  serif: translate('readerTypefaceSerif'),
  sans: translate('readerTypefaceSans'),
  mono: translate('readerTypefaceMono'),
  book: 'Literata',
  legible: 'Atkinson',
});
