// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readAloud } from '../../../../src/ui/parts/read-aloud.ts';

const voice = { lang: 'en-GB', name: 'Ann', voiceURI: 'ann', default: true, localService: true };
let voices: (typeof voice)[];
let synthesis: EventTarget & { speak: ReturnType<typeof vi.fn> };

beforeEach(() => {
  voices = [];
  document.body.innerHTML = '<article><p>The harbour sleeps. The light does not.</p></article>';
  synthesis = Object.assign(new EventTarget(), { getVoices: () => voices, speak: vi.fn(), cancel: vi.fn() });
  vi.stubGlobal('speechSynthesis', synthesis);
  vi.stubGlobal('SpeechSynthesisUtterance', class {});
  vi.stubGlobal('Highlight', class {});
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
afterEach(() => vi.unstubAllGlobals());

/** Asks for reading while the browser has not named its voices yet, which Chromium does late. */
function begin(lang: string | null = 'en') {
  const body = document.querySelector('article') as HTMLElement;
  const scroller = document.documentElement;
  scroller.scrollBy = vi.fn();
  const onState = vi.fn();
  const options = { body, scroller, lang, rate: 100, voiceURI: null, onState, onEnd: vi.fn() };
  return { reading: readAloud(options), onState };
}

async function voicesCome(): Promise<void> {
  voices = [voice];
  synthesis.dispatchEvent(new Event('voiceschanged'));
  // What waits for the voices goes on before this does.
  await new Promise((resolve) => setTimeout(resolve));
}

test('reads once the voices are there', async () => {
  const { onState } = begin();
  expect(synthesis.speak).not.toHaveBeenCalled();
  await voicesCome();
  expect(synthesis.speak).toHaveBeenCalledTimes(1);
  expect(onState).toHaveBeenCalledWith({ kind: 'speaking', voice: 'ann' });
});

test('who has stopped before the voices are there is not read to', async () => {
  const { reading, onState } = begin();
  reading.stop();
  await voicesCome();
  expect(synthesis.speak).not.toHaveBeenCalled();
  expect(onState).not.toHaveBeenCalled();
});

test('an article of no known language is read', async () => {
  const { onState } = begin(null);
  await voicesCome();
  expect(onState).toHaveBeenCalledWith({ kind: 'speaking', voice: 'ann' });
});

test('a voice that begins after it was given up is said to speak', async () => {
  const { onState } = begin();
  await voicesCome();
  const [utterance] = synthesis.speak.mock.calls[0] ?? [];
  utterance.onerror({ error: 'network' });
  expect(onState).toHaveBeenLastCalledWith({ kind: 'failed', voice: null });
  utterance.onstart();
  expect(onState).toHaveBeenLastCalledWith({ kind: 'speaking', voice: 'ann' });
});

test('what is hidden while it is read to somebody is passed over, forwards and back', async () => {
  document.body.innerHTML = '<article><p>First.</p><p>Second.</p><p>Third.</p></article>';
  const { reading } = begin();
  await voicesCome();
  const said = () => synthesis.speak.mock.lastCall?.[0];
  vi.stubGlobal('SpeechSynthesisUtterance', function say(this: { text: string }, text: string) {
    this.text = text;
  });
  document.querySelectorAll('p')[1]?.setAttribute('data-hidden', '');
  said().onend();
  expect(said().text).toBe('Third.');
  reading.previous();
  expect(said().text).toBe('First.');
  reading.next();
  expect(said().text).toBe('Third.');
  reading.next();
  expect(said().text).toBe('Third.');
});
