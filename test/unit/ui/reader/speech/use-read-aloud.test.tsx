// @vitest-environment jsdom
import { render } from 'preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { SpeechState } from '../../../../../src/model/speech.ts';
import type { ReaderPreferences, ReaderSurfaceParts } from '../../../../../src/ui/reader/reader-surface.ts';
import { useReadAloud } from '../../../../../src/ui/reader/speech/use-read-aloud.ts';

type Speech = ReturnType<typeof useReadAloud>;

/** The hook in a component that is drawn with `draw`; what reads takes `loading` to come. */
function useInPage(loading: () => Promise<unknown> = async () => undefined) {
  const reading = {
    ...{ setRate: vi.fn(), setVoice: vi.fn(), voices: () => [], stop: vi.fn(), goTo: vi.fn(), show: vi.fn() },
    ...{ toggle: vi.fn(), next: vi.fn(), previous: vi.fn() },
  };
  const readAloud = vi.fn((_options: { body: HTMLElement; onState: (state: SpeechState) => void }) => reading);
  const loadPart = () => loading().then(() => readAloud);
  const parts = { loadPart } as unknown as ReaderSurfaceParts;
  let speech: Speech | undefined;
  interface Props {
    body: HTMLElement | null;
    speechRate?: number;
    voices?: Record<string, string>;
  }
  function Page({ body, speechRate = 100, voices = {} }: Props) {
    const preferences = { settings: { speechRate, voices }, change: vi.fn() } as unknown as ReaderPreferences;
    speech = useReadAloud({ body, lang: 'en', preferences, parts });
    return null;
  }
  const root = document.createElement('div');
  onTestFinished(() => render(null, root));
  return {
    reading,
    readAloud,
    draw: (props: Props) => render(<Page {...props} />, root),
    press: () => speech?.actions['read-aloud']?.(),
    actions: () => speech?.actions,
    state: () => speech?.state,
    stop: () => speech?.stop?.(),
  };
}

const frame = () => new Promise(requestAnimationFrame);

test('speed and voice that are changed elsewhere apply to the reading under way', async () => {
  const { draw, press, reading, readAloud } = useInPage();
  const body = document.createElement('div');
  draw({ body });
  press();
  await vi.waitFor(() => expect(readAloud).toHaveBeenCalled());
  draw({ body, speechRate: 300, voices: { en: 'ann' } });
  await vi.waitFor(() => expect(reading.setRate).toHaveBeenCalledWith(300));
  await vi.waitFor(() => expect(reading.setVoice).toHaveBeenCalledWith('ann'));
});

test('reading requested right after the text is drawn begins', async () => {
  const fewFrames = async () => {
    for (let count = 0; count < 4; count += 1) await frame();
  };
  const { draw, press, reading, readAloud } = useInPage(fewFrames);
  draw({ body: null });
  await fewFrames();
  draw({ body: document.createElement('div') });
  press();
  await vi.waitFor(() => expect(readAloud).toHaveBeenCalled());
  expect(reading.stop).not.toHaveBeenCalled();
});

test('reading requested before the text is drawn begins with it', async () => {
  const { draw, press, readAloud } = useInPage();
  const body = document.createElement('div');
  draw({ body: null });
  press();
  await frame();
  expect(readAloud).not.toHaveBeenCalled();
  draw({ body });
  await vi.waitFor(() => expect(readAloud.mock.calls[0]?.[0].body).toBe(body));
});

test('another text cancels reading that was requested for the previous one', async () => {
  const { draw, press, readAloud } = useInPage(frame);
  draw({ body: document.createElement('div') });
  press();
  draw({ body: document.createElement('p') });
  await frame();
  await frame();
  expect(readAloud).not.toHaveBeenCalled();
});

test.each([
  ['while what reads is on its way', document.createElement('div')],
  ['while the text is still being made', null],
])('that the key was heard is seen at once, %s, and Stop takes it back', async (_while, body) => {
  let come: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    come = resolve;
  });
  const { draw, press, readAloud, state, stop } = useInPage(() => held);
  draw({ body });
  press();
  await vi.waitFor(() => expect(state()).toEqual({ kind: 'paused', voice: null }));
  stop();
  await vi.waitFor(() => expect(state()).toBeNull());
  come();
  draw({ body: document.createElement('div') });
  await frame();
  await frame();
  expect(readAloud).not.toHaveBeenCalled();
});

test('reading ends with the page, and what cannot be loaded is reported', async () => {
  const { draw, press, reading, readAloud, state } = useInPage();
  draw({ body: document.createElement('div') });
  press();
  await vi.waitFor(() => expect(readAloud).toHaveBeenCalled());
  // Who hears of it is there some frames later.
  await vi.waitFor(() => {
    window.dispatchEvent(new Event('pagehide'));
    expect(reading.stop).toHaveBeenCalled();
  });
  await vi.waitFor(() => expect(state()).toBeNull());
  const failing = useInPage(() => Promise.reject(new Error('not found')));
  failing.draw({ body: document.createElement('div') });
  failing.press();
  await vi.waitFor(() => expect(failing.state()).toEqual({ kind: 'failed', voice: null }));
});

test('while an article is read, keys and clicks go to its reading, which comes into view as it begins to speak', async () => {
  const { draw, press, reading, readAloud, actions } = useInPage();
  const body = document.createElement('div');
  draw({ body });
  await frame();
  expect(actions()).not.toHaveProperty('next-sentence');
  press();
  await vi.waitFor(() => expect(readAloud).toHaveBeenCalled());
  expect(reading.show).not.toHaveBeenCalled();
  readAloud.mock.calls[0]?.[0].onState({ kind: 'speaking', voice: 'ann' });
  await vi.waitFor(() => expect(reading.show).toHaveBeenCalledOnce());
  press();
  actions()?.['next-sentence']?.();
  actions()?.['previous-sentence']?.();
  body.click();
  const heard = [reading.toggle, reading.next, reading.previous, reading.goTo].map(({ mock }) => mock.calls.length);
  expect([heard, readAloud.mock.calls.length]).toEqual([[1, 1, 1, 1], 1]);
});

test('reading that was stopped is begun anew by the next press, and no click goes to it any more', async () => {
  const { draw, press, reading, readAloud, state, stop } = useInPage();
  const body = document.createElement('div');
  draw({ body });
  press();
  await vi.waitFor(() => expect(readAloud).toHaveBeenCalledOnce());
  await vi.waitFor(() => {
    body.click();
    expect(reading.goTo).toHaveBeenCalled();
  });
  stop();
  await vi.waitFor(() => expect(state()).toBeNull());
  reading.goTo.mockClear();
  body.click();
  expect(reading.goTo).not.toHaveBeenCalled();
  press();
  await vi.waitFor(() => expect(readAloud).toHaveBeenCalledTimes(2));
  expect(reading.toggle).not.toHaveBeenCalled();
});
