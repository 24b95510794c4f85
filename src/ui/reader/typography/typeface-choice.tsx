import type { Translate } from '../../../model/message-key.ts';
import { type ReaderSettings, TYPEFACES } from '../../../model/settings/reader-settings.ts';
import { type Choice, ChoiceGroup } from '../../choice-group.tsx';
import type { TypePanelProps } from './type-panel-props.ts';

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

/**
 * The typefaces that are shown instead of those that come with Recto and have no letters of the script
 * (`bundled-fonts.ts`).
 */
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

type HanChoice = Choice<ReaderSettings['hanTypeface']>;

/** Names of the typefaces in their own language, as their readers know them; they are not translated. */
const NAMES: Record<string, readonly [ReaderSettings['hanTypeface'], string][]> = {
  'zh-Hans': [
    ['hei', '黑体'],
    ['song', '宋体'],
    ['kai', '楷体'],
  ],
  'zh-Hant': [
    ['hei', '黑體'],
    ['song', '宋體'],
    ['kai', '楷體'],
  ],
  ja: [
    ['hei', 'ゴシック体'],
    ['song', '明朝体'],
  ],
  ko: [
    ['hei', '고딕'],
    ['song', '명조'],
  ],
};

/** The typefaces to offer for an article in `lang`; null where the Latin ones apply. */
export function hanChoices(lang: string | null): readonly HanChoice[] | null {
  if (lang === null) return null;
  const [language = ''] = lang.toLowerCase().split('-');
  const key = language === 'zh' ? chineseScript(lang) : language;
  const names = NAMES[key];
  return names?.map(([value, label]) => ({ value, label, lang: key, sample: `sample-${value}` })) ?? null;
}

function chineseScript(lang: string): 'zh-Hans' | 'zh-Hant' {
  return /hant|tw|hk|mo/i.test(lang) ? 'zh-Hant' : 'zh-Hans';
}
