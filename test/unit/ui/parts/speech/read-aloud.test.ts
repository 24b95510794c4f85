// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readAloud } from '../../../../../src/ui/parts/speech/read-aloud.ts';

const voice = { lang: 'en-GB', name: 'Ann', voiceURI: 'ann', default: true, localService: true };
let voices: (typeof voice)[];
let grow: () => void;
let synthesis: EventTarget & { speak: ReturnType<typeof vi.fn> };

beforeEach(() => {
  voices = [];
  document.body.innerHTML = '<article><p>The harbour sleeps. The light does not.</p></article>';
  synthesis = Object.assign(new EventTarget(), { getVoices: () => voices, speak: vi.fn(), cancel: vi.fn() });
  vi.stubGlobal('speechSynthesis', synthesis);
  vi.stubGlobal('SpeechSynthesisUtterance', class {});
  vi.stubGlobal(
    'Highlight',
    class {
      readonly range: Range;
      constructor(range: Range) {
        this.range = range;
      }
    },
  );
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(look: () => void) {
        grow = look;
      }
      observe() {}
      disconnect() {}
    },
  );
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
afterEach(() => vi.unstubAllGlobals());

/** Asks for reading while the browser has not named its voices yet, which Chromium does late. */
function begin(lang: string | null = 'en', chosen: Record<string, string> = {}) {
  const body = document.querySelector('article') as HTMLElement;
  const scroller = document.documentElement;
  scroller.scrollBy = vi.fn();
  const onState = vi.fn();
  const covered = () => ({ above: 170, below: 50 });
  const onEnd = vi.fn();
  const options = { body, scroller, covered, lang, rate: 100, voiceURI: null, voices: chosen, onState, onEnd };
  return { reading: readAloud(options), onState, onEnd, scrollBy: scroller.scrollBy as ReturnType<typeof vi.fn> };
}

async function voicesCome(): Promise<void> {
  voices = [voice];
  synthesis.dispatchEvent(new Event('voiceschanged'));
  // What waits for the voices goes on before this does.
  await new Promise((resolve) => setTimeout(resolve));
}

test('begins when the voices are loaded', async () => {
  const { onState } = begin();
  expect(synthesis.speak).not.toHaveBeenCalled();
  await voicesCome();
  expect(synthesis.speak).toHaveBeenCalledTimes(1);
  expect(onState).toHaveBeenCalledWith({ kind: 'speaking', voice: 'ann' });
});

test('a second request before the voices are loaded reads once, in the chosen voice', async () => {
  const { reading, onState } = begin();
  reading.toggle();
  expect(synthesis.speak).not.toHaveBeenCalled();
  await voicesCome();
  expect(synthesis.speak).toHaveBeenCalledOnce();
  reading.toggle();
  expect(onState).toHaveBeenLastCalledWith({ kind: 'paused', voice: 'ann' });
});

test('a stop before the voices are loaded prevents reading', async () => {
  const { reading, onState } = begin();
  reading.stop();
  await voicesCome();
  expect(synthesis.speak).not.toHaveBeenCalled();
  expect(onState).not.toHaveBeenCalled();
});

test.each([
  ['has no engine', () => vi.stubGlobal('speechSynthesis', undefined), 'no-voices'],
  ['speaks other languages only', () => voices.push({ ...voice, lang: 'de-DE' }), 'no-voice-for-language'],
])(
  'where the browser %s, reading can be stopped, and a second request ends it without a sound',
  async (_what, lack, kind) => {
    lack();
    const { reading, onState, onEnd } = begin();
    await vi.waitFor(() => expect(onState).toHaveBeenLastCalledWith({ kind, voice: null }));
    reading.toggle();
    expect(onEnd).toHaveBeenCalledOnce();
    expect(synthesis.speak).not.toHaveBeenCalled();
    expect(() => reading.stop()).not.toThrow();
  },
);

test('at a slower speed a sentence that gets too long is repeated in pieces', async () => {
  const sentence = `The harbour is frozen, ${'and nobody goes out '.repeat(8)}.`;
  document.body.innerHTML = `<article><p>Before.</p><p>${sentence}</p><p>After.</p></article>`;
  vi.stubGlobal('SpeechSynthesisUtterance', function say(this: { text: string }, text: string) {
    this.text = text;
  });
  const { reading } = begin();
  await voicesCome();
  const said = () => synthesis.speak.mock.lastCall?.[0];
  said().onend();
  expect(said().text).toBe(sentence);
  reading.setRate(50);
  expect(said().text).toBe('The harbour is frozen,');
  said().onend();
  expect(said().text).toMatch(/^and nobody goes out .{20,}/);
  reading.toggle();
  const times = synthesis.speak.mock.calls.length;
  reading.setRate(100);
  const { range } = CSS.highlights.get('recto-spoken') as unknown as { range: Range };
  expect(String(range)).toBe(sentence);
  expect(synthesis.speak).toHaveBeenCalledTimes(times);
});

test('an article of no known language is read', async () => {
  const { onState } = begin(null);
  await voicesCome();
  expect(onState).toHaveBeenCalledWith({ kind: 'speaking', voice: 'ann' });
});

test('reading begins with the selection, also without a space before it', async () => {
  document.body.innerHTML = '<article><p>今天下雨。船都留在港里。没有人出去。</p></article>';
  vi.stubGlobal('SpeechSynthesisUtterance', function say(this: { text: string }, text: string) {
    this.text = text;
  });
  const text = document.querySelector('p')?.firstChild as Text;
  document.getSelection()?.setBaseAndExtent(text, '今天下雨。'.length, text, '今天下雨。船都'.length);
  begin();
  await voicesCome();
  expect(synthesis.speak.mock.lastCall?.[0].text).toBe('船都留在港里。');
});

test('a voice that begins after it was given up is shown as speaking', async () => {
  const { onState } = begin();
  await voicesCome();
  const [utterance] = synthesis.speak.mock.calls[0] ?? [];
  utterance.onerror({ error: 'network' });
  expect(onState).toHaveBeenLastCalledWith({ kind: 'failed', voice: null });
  utterance.onstart();
  expect(onState).toHaveBeenLastCalledWith({ kind: 'speaking', voice: 'ann' });
});

test('blocks that are hidden during reading are skipped, forwards and backwards', async () => {
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

test('reading continues in its place when missing paragraphs are added and removed', async () => {
  const before = '<p>First.</p><p>The end.</p><p>Third.</p>';
  document.body.innerHTML = `<article>${before}</article>`;
  vi.stubGlobal('SpeechSynthesisUtterance', function say(this: { text: string }, text: string) {
    this.text = text;
  });
  const { reading } = begin();
  await voicesCome();
  const said = () => synthesis.speak.mock.lastCall?.[0];
  const marked = () => {
    const { range } = CSS.highlights.get('recto-spoken') as unknown as { range: Range };
    return document.body.contains(range.startContainer) && String(range);
  };
  const show = async (html: string) => {
    const text = document.createRange().createContextualFragment(html);
    document.querySelector('article')?.replaceChildren(text);
    await new Promise((resolve) => setTimeout(resolve));
  };
  said().onend();
  expect(said().text).toBe('The end.');
  await show('<p>Before all.</p><p>First.</p><p>The end.</p><p>Missing.</p><p>Third.</p>');
  expect(synthesis.speak).toHaveBeenCalledTimes(2);
  expect(marked()).toBe('The end.');
  said().onend();
  expect(said().text).toBe('Missing.');
  // What is being said is no part of the text any more.
  await show(before);
  expect(said().text).toBe('Third.');
  expect(marked()).toBe('Third.');
  reading.previous();
  expect(said().text).toBe('The end.');
});

test('the spoken sentence stays marked when the characters are converted', async () => {
  begin();
  await voicesCome();
  const text = document.querySelector('p')?.firstChild as Text;
  text.data = 'THE HARBOUR SLEEPS. THE LIGHT DOES NOT.';
  const marked = () => (CSS.highlights.get('recto-spoken') as unknown as { range: Range }).range.toString();
  await vi.waitFor(() => expect(marked()).toBe('THE HARBOUR SLEEPS.'));
});

test.each([
  ['under the bar above it', { top: 160, bottom: 200 }, 160 - 192],
  ['under the bar below it', { top: 560, bottom: 600 }, 560 - 192],
  ['higher than the room between', { top: 100, bottom: 560 }, 100 - 178],
])('a sentence that gets %s when the text size grows is scrolled into view', async (_, place, distance) => {
  Object.defineProperty(document.documentElement, 'clientHeight', { value: 640, configurable: true });
  let { top, bottom } = { top: 300, bottom: 340 };
  Range.prototype.getBoundingClientRect = () => ({ top, bottom }) as DOMRect;
  const { scrollBy } = begin();
  await voicesCome();
  expect(scrollBy).not.toHaveBeenCalled();
  ({ top, bottom } = place);
  grow();
  expect(scrollBy).toHaveBeenCalledExactlyOnceWith({ top: distance, behavior: 'instant' });
});

test('a passage in another language is read by a voice of that language if there is one, but not a single word', async () => {
  document.body.innerHTML =
    '<article lang="en"><p><i lang="de">Das Boot</i> sinks.</p><p lang="de">Es sinkt.</p><p lang="eo">Ĝi sinkas.</p><p>The end.</p></article>';
  const { reading, onState } = begin('en', { de: 'udo', eo: 'gone' });
  const german = { ...voice, lang: 'de-DE', name: 'Udo', voiceURI: 'udo' };
  // The person's choice for German is not the first.
  voices = [{ ...german, name: 'Eva', voiceURI: 'eva' }, german, voice];
  synthesis.dispatchEvent(new Event('voiceschanged'));
  await vi.waitFor(() => expect(synthesis.speak).toHaveBeenCalledOnce());
  for (let sentence = 0; sentence < 3; sentence += 1) reading.next();
  expect(synthesis.speak.mock.calls.map(([said]) => [said.voice, said.lang])).toEqual([
    [voice, 'en-GB'],
    [german, 'de-DE'],
    [voice, 'en-GB'],
    [voice, 'en-GB'],
  ]);
  // The choice of a voice is that of the article's.
  expect(onState).toHaveBeenLastCalledWith({ kind: 'speaking', voice: 'ann' });
});

test.each([
  ['as a whole', '<div lang="de-DE"><p>The harbour sleeps.</p><p>The light does not.</p></div>'],
  ['in each paragraph', '<p lang="de-DE">The harbour sleeps.</p><p lang="de-DE">The light does not.</p><p>Good.</p>'],
])('a wrong language on most of an article is ignored: %s', async (_how, html) => {
  document.body.innerHTML = `<main lang="de"><article>${html}</article></main>`;
  const { reading } = begin();
  voices = [{ ...voice, lang: 'de-DE', name: 'Udo', voiceURI: 'udo' }, voice];
  synthesis.dispatchEvent(new Event('voiceschanged'));
  await vi.waitFor(() => expect(synthesis.speak).toHaveBeenCalledOnce());
  reading.next();
  expect(synthesis.speak.mock.calls.map(([said]) => said.voice)).toEqual([voice, voice]);
});
