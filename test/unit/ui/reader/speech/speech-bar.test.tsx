// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { SpeechState } from '../../../../../src/model/speech.ts';
import { SpeechBar } from '../../../../../src/ui/reader/speech/speech-bar.tsx';

afterEach(() => act(() => render(null, document.body)));

function show(state: SpeechState): void {
  const does = () => undefined;
  const actions = { 'read-aloud': does, 'next-sentence': does, 'previous-sentence': does };
  const speech = { state, voices: [], actions, setRate: does, setVoice: does, stop: does };
  const translate = (key: string, ...more: string[]) => (key === 'localeTag' ? 'ar' : [key, ...more].join(' '));
  const props = { speech, rate: 100, letterKeys: true, lang: 'de', translate, locale: 'en' };
  act(() => render(<SpeechBar {...props} />, document.body));
}

test('previous and next are mirrored in right-to-left text, as are their places in the bar', () => {
  show({ kind: 'paused', voice: null });
  const turned = Array.from(document.querySelectorAll('button'), (button) => [
    button.getAttribute('aria-label'),
    button.querySelector('svg')?.hasAttribute('data-along'),
  ]);
  expect(turned.slice(0, 3)).toEqual([
    ['readerPreviousSentence', true],
    ['readerContinue', true],
    ['readerNextSentence', true],
  ]);
});

test.each([
  ['no-voices', 'readerNoVoices'],
  ['no-voice-for-language', 'readerNoVoiceForLanguage German'],
  ['failed', 'readerSpeechFailed'],
  ['paused', ''],
] as const)('the reason why nothing is heard is shown: %s', (kind, said) => {
  show({ kind, voice: null });
  expect(document.querySelector('[role=alert]')?.textContent).toMatch(said === '' ? /^$/ : new RegExp(`^${said}`));
});

test.each(['en', 'zh_CN', 'zh_TW', 'ja', 'ar'])(
  'a missing voice for one language leads to where voices come from, too: %s',
  (locale) => {
    const words = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8'));
    const [, where] = /^.+?[.。]\s*(.+)$/.exec(words.readerNoVoices.message) ?? [];
    expect(where).toBeTruthy();
    expect(words.readerNoVoiceForLanguage.message).toContain(where);
  },
);
