import { latestOnly } from '../../../model/latest-only.ts';

/** What becomes of a sentence that is being said. */
export interface SentenceHeard {
  /** It is being spoken now. A voice from the network that was given up may still come, after `failed`. */
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
interface SentenceSpeaker {
  /** Falls silent first. Only the sentence said last is reported on. */
  say(sentence: SentenceToSay, heard: SentenceHeard): void;
  silence(): void;
}

/** An engine that has not begun a sentence by then never will. */
const START_PATIENCE_MS = 6000;

/** Speaks with the engine of `view`. */
export function sentenceSpeaker(view: Window): SentenceSpeaker {
  const { speechSynthesis } = view;
  // A cancelled utterance reports its end too; only the newest counts.
  const supersede = latestOnly();
  let watchdog = 0;
  /** Says the newest sentence once more, until the engine has begun it. */
  let sayAgain: (() => void) | null = null;
  const settle = () => {
    clearTimeout(watchdog);
    sayAgain = null;
  };
  const silence = () => {
    supersede();
    settle();
    // A browser may have no engine at all.
    speechSynthesis?.cancel();
  };
  /**
   * In Firefox a sentence that is cancelled before it has begun removes, when it ends, the next one from the queue, and
   * nothing is reported about that one any more (https://github.com/MozillaReality/FirefoxReality/pull/2212). In
   * Chromium it is still waiting then.
   */
  const sayAgainIfDropped = () => {
    if (!speechSynthesis.speaking && !speechSynthesis.pending) sayAgain?.();
  };
  const speaker: SentenceSpeaker = {
    silence,
    say(sentence, heard) {
      silence();
      const isLatest = supersede();
      const utterance = utteranceOf(sentence);
      utterance.onstart = () => {
        if (!isLatest()) return;
        settle();
        heard.begun();
      };
      utterance.onend = () => {
        if (!isLatest()) return sayAgainIfDropped();
        settle();
        heard.ended();
      };
      utterance.onerror = ({ error }) => {
        if (!isLatest()) return sayAgainIfDropped();
        if (error === 'canceled' || error === 'interrupted') return;
        settle();
        heard.failed(error === 'not-allowed' ? 'needs-click' : 'failed');
      };
      watchdog = view.setTimeout(() => isLatest() && heard.failed('failed'), START_PATIENCE_MS);
      sayAgain = () => speaker.say(sentence, heard);
      speechSynthesis.speak(utterance);
    },
  };
  return speaker;
}

function utteranceOf({ text, voice, lang, rate }: SentenceToSay): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text);
  if (voice) utterance.voice = voice;
  utterance.lang = voice?.lang ?? lang;
  utterance.rate = rate / 100;
  return utterance;
}
