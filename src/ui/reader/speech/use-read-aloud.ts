import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { latestOnly } from '../../../model/latest-only.ts';
import { type SpeechState, voiceKey } from '../../../model/speech.ts';
import type { Reading } from '../../parts/speech/read-aloud.ts';
import { barRoom } from '../bar/bar-room.ts';
import type { ReaderActions } from '../reader-actions.ts';
import type { ReaderPreferences, ReaderSurfaceParts } from '../reader-surface.ts';

export interface ReadAloud {
  /** Null while nothing is read. */
  state: SpeechState | null;
  voices: { name: string; voiceURI: string }[];
  actions: ReaderActions;
  setRate(percent: number): void;
  setVoice(voiceURI: string): void;
  /** Stops, and takes the mark away; null while nothing is read. */
  stop: (() => void) | null;
}

interface ReadAloudContext {
  body: HTMLElement | null;
  lang: string | null;
  preferences: ReaderPreferences;
  parts: ReaderSurfaceParts;
}

/** Keeps the spoken sentence in view and follows presses while reading aloud; ends with the page. */
function useReadingInView(
  reading: RefObject<Reading | null>,
  body: HTMLElement | null,
  state: SpeechState | null,
  stop: () => void,
): void {
  useEffect(() => {
    if (!body || state === null) return;
    const end = new AbortController();
    body.addEventListener('click', (event) => reading.current?.goTo(event), { signal: end.signal });
    window.addEventListener('pagehide', stop, { signal: end.signal });
    return () => end.abort();
  }, [body, state === null]);

  // Its controls may have covered it.
  useEffect(() => {
    if (state?.kind === 'speaking') reading.current?.show();
  }, [state?.kind]);
}

/** Reading aloud: from the selection, or else from the first paragraph in view; a click on a paragraph goes there. */
export function useReadAloud({ body, lang, preferences, parts }: ReadAloudContext): ReadAloud {
  const [state, setState] = useState<SpeechState | null>(null);
  const reading = useRef<Reading | null>(null);
  // The code is loaded on demand. If the person stops meanwhile, or leaves, nothing is read.
  const [supersede] = useState(latestOnly);
  // Pressed while a long text is still being prepared: reading begins as soon as the text is drawn.
  const asked = useRef(false);
  const { settings, change } = preferences;
  const { speechRate, voices } = settings;
  const key = voiceKey(lang ?? '');
  const voiceURI = voices[key] ?? null;

  const stop = () => {
    supersede();
    asked.current = false;
    reading.current?.stop();
    reading.current = null;
    setState(null);
  };
  useReadingInView(reading, body, state, stop);

  // Whether they are changed by the controls here or in another window.
  useEffect(() => reading.current?.setRate(speechRate), [speechRate]);
  useEffect(() => {
    if (voiceURI !== null) reading.current?.setVoice(voiceURI);
  }, [voiceURI]);

  const begin = async () => {
    asked.current = !body;
    // Shows that the key has worked: code, voices and the first sentence may take a second.
    setState({ kind: 'paused', voice: null });
    if (!body) return;
    const isLatest = supersede();
    const readAloud = await parts.loadPart('speech');
    if (!isLatest()) return;
    const { scroller } = parts;
    const covered = () => barRoom(scroller);
    const options = { body, scroller, covered, lang, rate: speechRate, voiceURI, voices };
    reading.current = readAloud({ ...options, onState: setState, onEnd: stop });
  };
  const beginOrSay = () => void begin().catch(() => setState({ kind: 'failed', voice: null }));
  // Before the paint: later, it would end what was asked for as soon as the text was visible.
  useLayoutEffect(() => {
    if (asked.current) beginOrSay();
    return body ? stop : undefined;
  }, [body]);
  return {
    state,
    voices: reading.current?.voices() ?? [],
    stop: state && stop,
    actions: {
      'read-aloud': () => {
        if (reading.current) reading.current.toggle();
        else beginOrSay();
      },
      ...(state && {
        'next-sentence': () => reading.current?.next(),
        'previous-sentence': () => reading.current?.previous(),
      }),
    },
    setRate: (percent) => change({ speechRate: percent }),
    setVoice: (uri) => change({ voices: { ...voices, [key]: uri } }),
  };
}
