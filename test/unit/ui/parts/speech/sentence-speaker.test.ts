// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { type SentenceHeard, sentenceSpeaker } from '../../../../../src/ui/parts/speech/sentence-speaker.ts';

interface Said {
  text: string;
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

afterEach(() => vi.unstubAllGlobals());

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
