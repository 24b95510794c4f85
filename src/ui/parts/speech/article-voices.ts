import { voiceKey, voicesFor } from '../../../model/speech.ts';

/** The voices that can read an article, and which of them does. */
export interface ArticleVoices {
  /** Waits until the browser knows its voices; gives why none of them can read the article, or null. */
  find(): Promise<'no-voices' | 'no-voice-for-language' | null>;
  /** The wished one if it exists, else the first; undefined when there is none. */
  chosen(): SpeechSynthesisVoice | undefined;
  /**
   * The voice for a passage in this language: the article's voice, if it speaks the language or no voice does; else the
   * person's voice for it, or the first that speaks it.
   */
  speaking(lang: string): SpeechSynthesisVoice | undefined;
  choose(voiceURI: string): void;
  list(): { name: string; voiceURI: string }[];
}

/** Chromium reports its voices late. If none has come within this time, there are none. */
const VOICES_PATIENCE_MS = 2000;

/**
 * Knows no voice before `find`. `wished` is the `voiceURI` of the person's voice for the language, null for none;
 * `others` are those for all languages, by `voiceKey`.
 */
export function articleVoices(
  view: Window,
  lang: string,
  wished: string | null,
  others: Readonly<Record<string, string>>,
): ArticleVoices {
  let found: SpeechSynthesisVoice[] = [];
  let voices: SpeechSynthesisVoice[] = [];
  let wish = wished;
  const choice = (among: SpeechSynthesisVoice[], uri: string | null | undefined) =>
    among.find(({ voiceURI }) => voiceURI === uri) ?? among[0];
  const chosen = () => choice(voices, wish);
  const speaking = (own: string) => {
    const key = voiceKey(own);
    return key === voiceKey(lang) ? chosen() : (choice(voicesFor(found, own), others[key]) ?? chosen());
  };
  return {
    async find() {
      found = await findVoices(view);
      voices = voicesFor(found, lang);
      if (found.length === 0) return 'no-voices';
      return voices.length === 0 ? 'no-voice-for-language' : null;
    },
    chosen,
    speaking,
    choose(voiceURI) {
      wish = voiceURI;
    },
    list: () => voices.map(({ name, voiceURI }) => ({ name, voiceURI })),
  };
}

function findVoices(view: Window): Promise<SpeechSynthesisVoice[]> {
  const { speechSynthesis } = view;
  const found = speechSynthesis?.getVoices() ?? [];
  if (found.length > 0 || !speechSynthesis) return Promise.resolve(found);
  return new Promise((resolve) => {
    const end = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener('voiceschanged', end, { once: true });
    view.setTimeout(end, VOICES_PATIENCE_MS);
  });
}
