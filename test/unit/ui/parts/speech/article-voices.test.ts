// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { articleVoices } from '../../../../../src/ui/parts/speech/article-voices.ts';

const voice = (voiceURI: string, lang: string) =>
  ({ voiceURI, lang, name: voiceURI, localService: true, default: false }) as SpeechSynthesisVoice;
const ANN = voice('ann', 'en-GB');
const BOB = voice('bob', 'en-GB');
const EVA = voice('eva', 'de-DE');
const MAX = voice('max', 'de-DE');

/** The engine of a browser that knows these voices, until a test changes them. */
function engineOf(...voices: SpeechSynthesisVoice[]) {
  const engine = Object.assign(new EventTarget(), { voices, getVoices: () => engine.voices });
  vi.stubGlobal('speechSynthesis', engine);
  return engine;
}
const voicesOf = (wished: string | null = null, others = {}) => articleVoices(window, 'en', wished, others);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('why nobody can read the article is told apart: no voice at all, or none of its language', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('speechSynthesis', undefined);
  expect(await voicesOf().find()).toBe('no-voices');
  engineOf(EVA);
  expect(await voicesOf().find()).toBe('no-voice-for-language');
  engineOf(EVA, ANN);
  expect(await voicesOf().find()).toBeNull();
  engineOf();
  const finding = voicesOf().find();
  await vi.advanceTimersByTimeAsync(2000);
  expect(await finding).toBe('no-voices');
});

test('voices that come late are waited for', async () => {
  const engine = engineOf();
  const voices = voicesOf();
  const finding = voices.find();
  engine.voices = [ANN];
  engine.dispatchEvent(new Event('voiceschanged'));
  expect(await finding).toBeNull();
  expect(voices.chosen()).toBe(ANN);
});

test('the article is read in the voice that was wished for, else in the first of its language', async () => {
  engineOf(EVA, ANN, BOB);
  const [wished, gone] = [voicesOf('bob'), voicesOf('removed')];
  await Promise.all([wished.find(), gone.find()]);
  expect([wished.chosen(), gone.chosen()]).toEqual([BOB, ANN]);
  gone.choose('bob');
  expect(gone.chosen()).toBe(BOB);
  expect(gone.list()).toEqual([
    { name: 'ann', voiceURI: 'ann' },
    { name: 'bob', voiceURI: 'bob' },
  ]);
});

test('a passage in another language has the person’s voice for that, else one of it, else the voice of the article', async () => {
  engineOf(ANN, BOB, EVA, MAX);
  const [plain, chosen] = [voicesOf('bob'), voicesOf('bob', { de: 'max', en: 'ann' })];
  await Promise.all([plain.find(), chosen.find()]);
  expect(['en-US', 'de-AT', 'fr'].map(plain.speaking)).toEqual([BOB, EVA, BOB]);
  expect(['en-US', 'de-AT', 'fr'].map(chosen.speaking)).toEqual([BOB, MAX, BOB]);
});
