import { latestOnly } from '../../../model/latest-only.ts';

/** What becomes of a sentence that is being said. */
export interface SentenceHeard {
  /** It is spoken now; a voice from the network that was given up may come all the same, after `failed`. */
  begun(): void;
  ended(): void;
  /** `needs-click`: the browser wants a click or key first. */
  failed(why: 'needs-click' | 'failed'): void;
}

interface SentenceToSay {
  text: string;
  /** The browser chooses where there is none. */
  voice: SpeechSynthesisVoice | undefined;
  lang: string;
  /** In percent. */
  rate: number;
}

/** Says one sentence at a time. */
export interface SentenceSpeaker {
  /** Falls silent first; only of the sentence said last is anything heard. */
  say(sentence: SentenceToSay, heard: SentenceHeard): void;
  silence(): void;
}

/** An engine that has not begun a sentence after so long will not, in milliseconds. */
const START_PATIENCE = 6000;

/** Speaks with the engine of `view`. */
export function sentenceSpeaker(view: Window): SentenceSpeaker {
  // A cancelled utterance reports its end too; only the newest counts.
  const supersede = latestOnly();
  let watchdog = 0;
  const silence = () => {
    supersede();
    clearTimeout(watchdog);
    view.speechSynthesis.cancel();
  };
  return {
    silence,
    say({ text, voice, lang, rate }, heard) {
      silence();
      const isLatest = supersede();
      const utterance = new SpeechSynthesisUtterance(text);
      if (voice) utterance.voice = voice;
      utterance.lang = voice?.lang ?? lang;
      utterance.rate = rate / 100;
      utterance.onstart = () => {
        if (!isLatest()) return;
        clearTimeout(watchdog);
        heard.begun();
      };
      utterance.onend = () => isLatest() && heard.ended();
      utterance.onerror = ({ error }) => {
        if (!isLatest() || error === 'canceled' || error === 'interrupted') return;
        clearTimeout(watchdog);
        heard.failed(error === 'not-allowed' ? 'needs-click' : 'failed');
      };
      watchdog = view.setTimeout(() => isLatest() && heard.failed('failed'), START_PATIENCE);
      view.speechSynthesis.speak(utterance);
    },
  };
}
