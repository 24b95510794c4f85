import { type SpeechState, voicesFor } from '../../model/speech.ts';
import type { BarRoom } from '../reader/bar-room.ts';
import { isHidden } from '../reader/hidden-blocks.ts';
import { scrollerTop } from '../reader/scroller-view.ts';
import { listSentences, type Sentence } from './list-sentences.ts';
import { firstInView, selectionStart } from './reading-start.ts';

interface ReadAloudOptions {
  body: HTMLElement;
  scroller: HTMLElement;
  /** What covers the edges of the scroller's window. */
  covered: () => BarRoom;
  lang: string | null;
  /** In percent. */
  rate: number;
  voiceURI: string | null;
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

/** The spoken sentence, for `::highlight()`. */
const MARK = 'recto-spoken';
/** Between the spoken sentence and what covers the window, in px. */
const EDGE = 8;
/** Voices come late in Chromium; after so long there are none, in milliseconds. */
const VOICES_PATIENCE = 2000;
/** An engine that has not begun a sentence after so long will not, in milliseconds. */
const START_PATIENCE = 6000;

/**
 * Reads an article aloud sentence by sentence. Pausing is cancelling and going on is saying the sentence again: Chromium's
 * own `pause()` loses network voices for good (https://issues.chromium.org/issues/40414211), and `boundary` events,
 * which would tell words apart, do not come with every engine.
 */
export function readAloud(options: ReadAloudOptions): Reading {
  const { body, scroller, covered, onState, onEnd } = options;
  const view = body.ownerDocument.defaultView ?? window;
  // An empty `lang` says nothing.
  const lang = options.lang || body.ownerDocument.documentElement.lang || 'en';
  let sentences = listSentences(body, options.lang);
  let { rate, voiceURI } = options;
  let voices: SpeechSynthesisVoice[] = [];
  const start = selectionStart(body) ?? firstInView(body, scroller, covered().above);
  let at = start ? indexOf(sentences, start.node, start.offset) : 0;
  let state: SpeechState['kind'] = 'paused';
  // A cancelled utterance reports its end too; only the newest counts.
  let turn = 0;
  let watchdog = 0;
  // Voices come late, and who asked may have left by then.
  let stopped = false;

  const tell = (kind: SpeechState['kind']) => {
    state = kind;
    const voice = chosen()?.voiceURI ?? null;
    onState(
      kind === 'speaking' || kind === 'paused' || kind === 'needs-click' ? { kind, voice } : { kind, voice: null },
    );
  };
  const chosen = () => voices.find((voice) => voice.voiceURI === voiceURI) ?? voices[0];

  const keepSeen = () => {
    const sentence = sentences[at];
    if (sentence) keepInView(sentence.range, scroller, covered());
  };
  const show = (sentence: Sentence) => {
    mark(sentence);
    keepSeen();
  };
  // Other characters end what is marked in them, and another size of type takes the sentence elsewhere. With paragraphs that
  // were missing, or the next pages, the whole text is another.
  const changes = new MutationObserver((records) => {
    if (records.some(({ type, target }) => type === 'childList' && target === body)) takeText();
    const sentence = sentences[at];
    if (sentence && CSS.highlights.has(MARK)) mark(sentence);
  });
  const takeText = () => {
    const before = sentences;
    const said = before[at];
    sentences = listSentences(body, options.lang);
    at = placeIn(sentences, before, at);
    if (at >= 0 && said?.text === sentences[at]?.text) return;
    at += 1;
    if (state === 'speaking') speak();
  };
  const growth = new ResizeObserver(() => state === 'speaking' && keepSeen());

  const silence = () => {
    turn += 1;
    clearTimeout(watchdog);
    view.speechSynthesis.cancel();
  };
  /** From here on the first sentence that has not been hidden since reading began. */
  const seek = (from: number, step: 1 | -1): number => {
    let to = from;
    while (isUnseen(sentences[to])) to += step;
    return to;
  };
  const speak = () => {
    silence();
    at = seek(at, 1);
    const sentence = sentences[at];
    if (!sentence) return stop(true);
    const mine = turn;
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    const voice = chosen();
    if (voice) utterance.voice = voice;
    utterance.lang = voice?.lang ?? lang;
    utterance.rate = rate / 100;
    utterance.onstart = () => {
      if (mine !== turn) return;
      clearTimeout(watchdog);
      // A voice from the network that was given up may come all the same.
      if (state !== 'speaking') tell('speaking');
    };
    utterance.onend = () => {
      if (mine !== turn) return;
      at += 1;
      speak();
    };
    utterance.onerror = ({ error }) => {
      if (mine !== turn || error === 'canceled' || error === 'interrupted') return;
      clearTimeout(watchdog);
      tell(error === 'not-allowed' ? 'needs-click' : 'failed');
    };
    show(sentence);
    tell('speaking');
    watchdog = view.setTimeout(() => mine === turn && tell('failed'), START_PATIENCE);
    view.speechSynthesis.speak(utterance);
  };
  const move = (to: number) => {
    const found = seek(to, to < at ? -1 : 1);
    if (sentences[found]) at = found;
    const sentence = sentences[at];
    if (state === 'speaking') speak();
    else if (sentence) show(sentence);
  };
  const stop = (ended = false) => {
    stopped = true;
    changes.disconnect();
    growth.disconnect();
    silence();
    unmark();
    if (ended) onEnd();
  };

  changes.observe(body, { childList: true, characterData: true, subtree: true });
  growth.observe(body);
  void findVoices(view).then((found) => {
    if (stopped) return;
    voices = voicesFor(found, lang);
    if (found.length === 0) tell('no-voices');
    else if (voices.length === 0) tell('no-voice-for-language');
    else speak();
  });
  return {
    toggle() {
      if (state !== 'speaking') return speak();
      silence();
      tell('paused');
    },
    next: () => move(at + 1),
    previous: () => move(at - 1),
    goTo(click) {
      const [target] = click.composedPath();
      const isText = target instanceof Element && !target.closest('a, button, input, summary');
      if (click.isTrusted && isText && !selectionStart(body)) move(indexOf(sentences, target, 0));
    },
    setRate(percent) {
      rate = percent;
      if (state === 'speaking') speak();
    },
    setVoice(uri) {
      voiceURI = uri;
      if (state === 'speaking') speak();
      else tell(state);
    },
    voices: () => voices.map(({ name, voiceURI: uri }) => ({ name, voiceURI: uri })),
    show: keepSeen,
    stop: () => stop(),
  };
}

/** The first sentence that ends after a place. */
function indexOf(sentences: readonly Sentence[], node: Node, offset: number): number {
  const found = sentences.findIndex(({ range }) => range.comparePoint(node, offset) <= 0);
  return found === -1 ? Math.max(0, sentences.length - 1) : found;
}

/** Where the sentence `at` of another text is in this one; where it is not, the last one before it that is, -1 for none. */
function placeIn(sentences: readonly Sentence[], before: readonly Sentence[], at: number): number {
  for (let last = at; last >= 0; last--) {
    const { text } = before[last] ?? {};
    const isSame = (sentence: Sentence) => sentence.text === text;
    const places = [...sentences.keys()].filter((place) => sentences[place]?.text === text);
    // Of those that say the same, the one with as many before it.
    const place = places[before.slice(0, last).filter(isSame).length] ?? places.at(-1);
    if (place !== undefined) return place;
  }
  return -1;
}

function isUnseen(sentence: Sentence | undefined): boolean {
  const block = sentence?.range.startContainer.parentElement;
  return block ? isHidden(block) : false;
}

function mark({ range }: Sentence): void {
  CSS.highlights.set(MARK, new Highlight(range));
}

function unmark(): void {
  CSS.highlights.delete(MARK);
}

/**
 * Scrolls when the sentence leaves the middle of the view, for the eye needs what follows, or comes under the controls. One
 * that is higher than the room there is begins at its upper edge.
 */
function keepInView(range: Range, scroller: HTMLElement, covered: BarRoom): void {
  const { top, bottom } = range.getBoundingClientRect();
  const viewTop = scrollerTop(scroller);
  const height = scroller.clientHeight;
  const [first, last] = [covered.above + EDGE, height - covered.below - EDGE];
  if (top >= viewTop + Math.max(height * 0.18, first) && bottom <= viewTop + Math.min(height * 0.82, last)) return;
  const wanted = Math.max(first, Math.min(height * 0.3, last - (bottom - top)));
  const still = scroller.ownerDocument.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollBy({ top: top - viewTop - wanted, behavior: still ? 'instant' : 'smooth' });
}

function findVoices(view: Window): Promise<SpeechSynthesisVoice[]> {
  const { speechSynthesis } = view;
  const found = speechSynthesis?.getVoices() ?? [];
  if (found.length > 0 || !speechSynthesis) return Promise.resolve(found);
  return new Promise((resolve) => {
    const end = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener('voiceschanged', end, { once: true });
    view.setTimeout(end, VOICES_PATIENCE);
  });
}
