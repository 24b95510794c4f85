// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { type SentenceHeard, sentenceSpeaker } from '../../../../../src/ui/parts/speech/sentence-speaker.ts';

interface Said {
  text: string;
  lang: string;
  rate: number;
  voice?: SpeechSynthesisVoice;
  onstart(): void;
  onend(): void;
  onerror(event: { error: string }): void;
}

/** An engine that is told when it begins and ends: `speaking` and `pending` are as a browser has them. */
function fakeEngine() {
  const said: Said[] = [];
  const engine = {
    speaking: false,
    pending: false,
    cancel: vi.fn(),
    speak: (utterance: Said) => void said.push(utterance),
  };
  vi.stubGlobal('speechSynthesis', engine);
  vi.stubGlobal('SpeechSynthesisUtterance', function say(this: { text: string }, text: string) {
    this.text = text;
  });
  const heard = { begun: vi.fn(), ended: vi.fn(), failed: vi.fn() } satisfies SentenceHeard;
  const speaker = sentenceSpeaker(window);
  const say = (text: string) => speaker.say({ text, voice: undefined, lang: 'en', rate: 100 }, heard);
  return { engine, said, heard, speaker, say, texts: () => said.map(({ text }) => text) };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a sentence that Firefox drops at the end of one that had not begun is spoken again, and reading continues', () => {
  const { said, heard, say, texts } = fakeEngine();
  say('one');
  say('two');
  said[0]?.onstart();
  said[0]?.onend();
  expect(texts()).toEqual(['one', 'two', 'two']);
  said[2]?.onstart();
  said[2]?.onend();
  expect(heard.begun).toHaveBeenCalledOnce();
  expect(heard.ended).toHaveBeenCalledOnce();
});

test.each(['speaking', 'pending'] as const)('a sentence that is %s is not spoken twice', (state) => {
  const { engine, said, say, texts } = fakeEngine();
  say('one');
  say('two');
  engine[state] = true;
  said[0]?.onerror({ error: 'interrupted' });
  expect(texts()).toEqual(['one', 'two']);
});

test('a sentence that has begun or was cancelled is not spoken again', () => {
  const { said, speaker, say, texts } = fakeEngine();
  say('one');
  say('two');
  said[1]?.onstart();
  said[0]?.onend();
  speaker.silence();
  said[1]?.onend();
  expect(texts()).toEqual(['one', 'two']);
});

test('an engine that has not begun in time has failed, and may begin all the same', () => {
  vi.useFakeTimers();
  const { said, heard, say } = fakeEngine();
  say('one');
  vi.advanceTimersByTime(5999);
  expect(heard.failed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(heard.failed.mock.calls).toEqual([['failed']]);
  said[0]?.onstart();
  expect(heard.begun).toHaveBeenCalledOnce();
});

test.each<[string, (sentence: Said | undefined) => void]>([
  ['begun', (sentence) => sentence?.onstart()],
  ['ended', (sentence) => sentence?.onend()],
  ['been refused', (sentence) => sentence?.onerror({ error: 'not-allowed' })],
])('a sentence that has %s is waited for no longer', (_what, happen) => {
  vi.useFakeTimers();
  const { said, heard, say } = fakeEngine();
  say('one');
  happen(said[0]);
  heard.failed.mockClear();
  vi.advanceTimersByTime(60_000);
  expect(heard.failed).not.toHaveBeenCalled();
});

test('silence, and a sentence that is given up for another, are not reported', () => {
  vi.useFakeTimers();
  const { engine, said, heard, speaker, say } = fakeEngine();
  say('one');
  say('two');
  said[1]?.onerror({ error: 'interrupted' });
  said[0]?.onerror({ error: 'synthesis-failed' });
  speaker.silence();
  said[1]?.onend();
  vi.advanceTimersByTime(60_000);
  expect([heard.begun, heard.ended, heard.failed].flatMap(({ mock }) => mock.calls)).toEqual([]);
  expect(engine.cancel).toHaveBeenCalled();
});

test('a browser that wants a click first is told from one that cannot speak', () => {
  const { said, heard, say } = fakeEngine();
  say('one');
  said[0]?.onerror({ error: 'not-allowed' });
  said[0]?.onerror({ error: 'synthesis-failed' });
  expect(heard.failed.mock.calls).toEqual([['needs-click'], ['failed']]);
});

test('a sentence has the speed and the voice that are chosen, and the language of that voice', () => {
  const { said, heard, speaker } = fakeEngine();
  const voice = { lang: 'en-GB' } as SpeechSynthesisVoice;
  speaker.say({ text: 'one', voice, lang: 'en', rate: 150 }, heard);
  speaker.say({ text: 'two', voice: undefined, lang: 'en', rate: 50 }, heard);
  expect(said.map(({ lang, rate, voice: chosen }) => [lang, rate, chosen])).toEqual([
    ['en-GB', 1.5, voice],
    ['en', 0.5, undefined],
  ]);
});
