import type { SpeechState } from '../../../model/speech.ts';
import type { ArticleVoices } from './article-voices.ts';
import { type SentenceHeard, sentenceSpeaker } from './sentence-speaker.ts';
import type { SentenceWalk } from './sentence-walk.ts';

interface PlayerOptions {
  view: Window;
  walk: SentenceWalk;
  voices: ArticleVoices;
  lang: string;
  /** The language of a sentence's place. */
  languageOf(passage: Range): string;
  /** In percent; asked before each sentence. */
  rate(): number;
  /** Called before each sentence. */
  onSentence(): void;
  onState(state: SpeechState): void;
  /** Called when the last sentence has been read. */
  onEnd(): void;
}

/** Says one sentence after the other from where the walk stands. */
interface SentencePlayer {
  isSpeaking(): boolean;
  play(): void;
  pause(): void;
  /** The sentence is said again with the voice that is chosen now. */
  changeVoice(): void;
  /** Says that there is no voice. */
  lacks(voices: 'no-voices' | 'no-voice-for-language'): void;
  /** Ends without a word of it. */
  silence(): void;
}

/**
 * Paused at first. Pausing is cancelling and going on is saying the sentence again: Chromium's own `pause()` loses network
 * voices for good (https://issues.chromium.org/issues/40414211).
 */
export function sentencePlayer(options: PlayerOptions): SentencePlayer {
  const { walk, voices, lang } = options;
  const speaker = sentenceSpeaker(options.view);
  let state: SpeechState['kind'] = 'paused';
  const tell = (kind: SpeechState['kind']) => {
    state = kind;
    const voice = voices.chosen()?.voiceURI ?? null;
    options.onState(
      kind === 'speaking' || kind === 'paused' || kind === 'needs-click' ? { kind, voice } : { kind, voice: null },
    );
  };
  const play = () => {
    const sentence = walk.seen();
    if (!sentence) return options.onEnd();
    options.onSentence();
    tell('speaking');
    const voice = voices.speaking(options.languageOf(sentence.range));
    speaker.say({ text: sentence.text, voice, lang, rate: options.rate() }, heard);
  };
  const heard: SentenceHeard = {
    begun: () => state !== 'speaking' && tell('speaking'),
    ended() {
      walk.pass();
      play();
    },
    failed: tell,
  };
  return {
    isSpeaking: () => state === 'speaking',
    play,
    pause() {
      speaker.silence();
      tell('paused');
    },
    changeVoice: () => (state === 'speaking' ? play() : tell(state)),
    lacks: tell,
    silence: speaker.silence,
  };
}
