import { expect, test } from 'vitest';
import {
  DEFAULT_READER_SETTINGS,
  parseReaderSettings,
  partChange,
} from '../../../../src/model/settings/reader-settings.ts';

test('every setting is read as it was stored', () => {
  const stored = {
    ...{
      theme: 'own',
      ownPaper: '#000000',
      ownInk: '#abcdef',
      typeface: 'book',
      hanTypeface: 'song',
      align: 'justify',
    },
    ...{ textSize: 80, width: 160, lineHeight: 150, paragraphs: 'indent', letterSpacing: 20, wordSpacing: 60 },
    ...{ hyphens: true, hanSpacing: false, hanScript: 'simplified', hidePictures: true, focus: 'line', speechRate: 50 },
    ...{ voices: { en: 'ann', yue: 'sinji' }, toolbarOpens: 'full-view', keepBar: true, contents: false },
    ...{ compactList: true, highlightBar: false, pictureWidth: 4000, letterKeys: false },
  };
  expect(Object.keys(stored).toSorted()).toEqual(Object.keys(DEFAULT_READER_SETTINGS).toSorted());
  expect(parseReaderSettings(stored)).toEqual(stored);
});

test.each<[string, unknown]>([
  ['theme', 'mauve'],
  ['textSize', 79],
  ['textSize', 401],
  ['textSize', '200'],
  ['textSize', Number.NaN],
  ['ownInk', '#abc'],
  ['ownInk', 'red;}'],
  ['ownInk', ['#abcdef']],
  ['keepBar', 'yes'],
  ['voices', ['ann']],
  ['voices', null],
  ['voices', 'ann'],
])('%s is as at first where storage has %j', (setting, value) => {
  expect(parseReaderSettings({ [setting]: value })).toEqual(DEFAULT_READER_SETTINGS);
});

test('colours are told apart by no capital letters, and voices that are none are left out', () => {
  expect(parseReaderSettings({ ownInk: '#ABCDEF' }).ownInk).toBe('#abcdef');
  expect(parseReaderSettings({ voices: { en: 'ann', zh: 7, 'en-GB': 'bob' } }).voices).toEqual({ en: 'ann' });
});

test('of a change, what a site may have of its own is parted from what holds everywhere', () => {
  expect(partChange({ theme: 'dark', keepBar: true })).toEqual({ style: { theme: 'dark' }, rest: { keepBar: true } });
});
