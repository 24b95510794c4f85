/** Where reading aloud stands. */
export type SpeechState =
  | { kind: 'speaking' | 'paused'; voice: string | null }
  /** The browser requires a click first (`not-allowed`): one button goes on with the waiting sentence. */
  | { kind: 'needs-click'; voice: string | null }
  /** This browser has no voice, none for the article's language, or its engine failed. */
  | { kind: 'no-voices' | 'no-voice-for-language' | 'failed'; voice: null };

/** The part of `SpeechSynthesisVoice` that choosing needs. */
interface Voice {
  lang: string;
  name: string;
  voiceURI: string;
  default: boolean;
  localService: boolean;
}

const languageOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

/** The voices that speak an article's language; its own region and voices of this machine first. */
export function voicesFor<V extends Voice>(voices: readonly V[], lang: string): V[] {
  const wanted = regional(lang);
  const rank = (voice: V): number =>
    (regional(voice.lang) === wanted ? 0 : 4) + (voice.localService ? 0 : 2) + (voice.default ? 0 : 1);
  return voices
    .filter((voice) => languageOf(voice.lang) === languageOf(lang) || isMandarin(voice.lang, lang))
    .toSorted((a, b) => rank(a) - rank(b));
}

/**
 * A language tag in one form. Chinese gets the region that its script implies, because a voice of Hong Kong reads it in
 * Cantonese (`zh-Hans`, `cmn`: `zh-CN`). For other languages without a region any region will do.
 */
function regional(tag: string): string {
  const plain = tag.toLowerCase().replaceAll('_', '-');
  if (!['zh', 'cmn'].includes(languageOf(plain))) return plain;
  try {
    // Android writes `zh-CN-#Hans`.
    const { script, region } = new Intl.Locale(plain.replace(/-#.*/, '')).maximize();
    return `zh-${script}-${region}`;
  } catch {
    // Not a valid tag, for example `zh-yue`.
    return plain;
  }
}

/** Engines name Mandarin by its own code: espeak says `cmn`. */
const isMandarin = (voice: string, lang: string): boolean => languageOf(lang) === 'zh' && languageOf(voice) === 'cmn';

/** The language under which a chosen voice is kept. */
export const voiceKey = (lang: string): string => languageOf(lang);
