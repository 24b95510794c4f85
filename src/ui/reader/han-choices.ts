import type { ReaderSettings } from '../../model/reader-settings.ts';
import type { Choice } from '../choice-group.tsx';

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
