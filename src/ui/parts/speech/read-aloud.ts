import type { SpeechState } from '../../../model/speech.ts';
import type { BarRoom } from '../../reader/bar/bar-room.ts';
import { articleVoices } from './article-voices.ts';
import { listSentences } from './list-sentences.ts';
import { passageLanguage } from './passage-language.ts';
import { sentencePlayer } from './sentence-player.ts';
import { firstInView, selectionStart, sentenceWalk } from './sentence-walk.ts';
import { spokenMark } from './spoken-mark.ts';

interface ReadAloudOptions {
  body: HTMLElement;
  scroller: HTMLElement;
  /** What covers the edges of the scroller's window. */
  covered: () => BarRoom;
  lang: string | null;
  /** In percent. */
  rate: number;
  voiceURI: string | null;
  /** The person's voice for each language, by `voiceKey`: for passages in another one than the article's. */
  voices: Readonly<Record<string, string>>;
  onState: (state: SpeechState) => void;
  /** Called when the last sentence has been read. */
  onEnd: () => void;
}

export interface Reading {
  /** Pauses, or goes on at the same sentence. Must be called from a key or click when the browser wants one. */
  toggle(): void;
  next(): void;
  previous(): void;
  /** Goes to the paragraph that was clicked. */
  goTo(click: MouseEvent): void;
  setRate(percent: number): void;
  setVoice(voiceURI: string): void;
  /** Voices for the article's language. */
  voices(): { name: string; voiceURI: string }[];
  /** Brings what is spoken to where it can be seen. */
  show(): void;
  stop(): void;
}

/**
 * Reads an article aloud, sentence by sentence, as soon as the browser has named its voices. Words cannot be followed,
 * because not every engine sends `boundary` events.
 */
export function readAloud(options: ReadAloudOptions): Reading {
  const { body, scroller, covered, onState } = options;
  let { rate } = options;
  const view = body.ownerDocument.defaultView ?? window;
  // An empty `lang` says nothing about the language.
  const lang = options.lang || body.ownerDocument.documentElement.lang || 'en';
  const start = selectionStart(body) ?? firstInView(body, scroller, covered().above);
  const sentences = () => listSentences(body, options.lang, rate);
  const walk = sentenceWalk(sentences(), start);
  const voices = articleVoices(view, lang, options.voiceURI, options.voices);
  const onSentence = () => mark.show();
  const onText = () => {
    if (!walk.take(sentences()) && player.isSpeaking()) player.play();
  };
  const onEnd = () => {
    stop();
    options.onEnd();
  };
  const languageOf = passageLanguage(body, lang);
  const player = sentencePlayer({ view, walk, voices, lang, languageOf, rate: () => rate, onSentence, onState, onEnd });
  const mark = spokenMark({ body, scroller, covered, sentence: walk.here, isSpeaking: player.isSpeaking, onText });

  // Voices come late. The person may have left by then; or, after asking a second time, would hear any voice first, and
  // then the text again in another one.
  let answer: 'ready' | 'mute' | null = null;
  let stopped = false;
  const stop = () => {
    stopped = true;
    player.silence();
    mark.clear();
  };
  void voices.find().then((lack) => {
    if (stopped) return;
    answer = lack ? 'mute' : 'ready';
    if (lack) player.lacks(lack);
    else player.play();
  });

  const after = (move: () => void) => () => {
    move();
    if (player.isSpeaking()) player.play();
    else mark.show();
  };
  return {
    toggle() {
      if (answer === 'mute') onEnd();
      else if (player.isSpeaking()) player.pause();
      else if (answer) player.play();
    },
    next: after(walk.next),
    previous: after(walk.previous),
    goTo(click) {
      const [target] = click.composedPath();
      const isText = target instanceof Element && !target.closest('a, button, input, summary');
      if (click.isTrusted && isText && !selectionStart(body)) after(() => walk.goTo(target, 0))();
    },
    setRate(percent) {
      rate = percent;
      // At a slower rate a sentence may have to be cut, so the present one is said again.
      const isSame = walk.take(sentences());
      if (player.isSpeaking()) player.play();
      else if (!isSame) mark.show();
    },
    setVoice(voiceURI) {
      voices.choose(voiceURI);
      player.changeVoice();
    },
    voices: voices.list,
    show: mark.keepSeen,
    stop,
  };
}
