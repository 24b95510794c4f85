import { expect, test } from 'vitest';
import { DEFAULT_READER_SETTINGS, type ReaderSettings } from '../../../../../src/model/settings/reader-settings.ts';
import { pageStyle } from '../../../../../src/ui/reader/typography/page-style.ts';

test('an article is set as browsers do where nothing was chosen', () => {
  const set = Object.entries(pageStyle(DEFAULT_READER_SETTINGS)).filter(([, value]) => value !== undefined);
  expect(Object.fromEntries(set)).toEqual({
    'data-typeface': 'serif',
    'data-han': 'hei',
    'data-paragraphs': 'space',
    'data-align': 'auto',
    style: { '--r-size': '1', '--r-width': '1', '--r-leading': '1', '--r-letters': '0', '--r-words': '0' },
  });
});

test('every choice about the type reaches the sheets', () => {
  const chosen: Partial<ReaderSettings> = {
    typeface: 'book',
    hanTypeface: 'kai',
    paragraphs: 'indent',
    align: 'justify',
    textSize: 200,
    width: 160,
    lineHeight: 150,
    letterSpacing: 12,
    wordSpacing: 16,
    hyphens: true,
    hanSpacing: false,
    hidePictures: true,
  };
  expect(pageStyle({ ...DEFAULT_READER_SETTINGS, ...chosen, focus: 'ruler' })).toEqual({
    ...{ 'data-typeface': 'book', 'data-han': 'kai', 'data-paragraphs': 'indent', 'data-align': 'justify' },
    ...{ 'data-large': true, 'data-hyphens': 'auto', 'data-han-spacing': 'none', 'data-pictures': 'hidden' },
    'data-focus': 'ruler',
    style: { '--r-size': '2', '--r-width': '1.6', '--r-leading': '1.5', '--r-letters': '0.12', '--r-words': '0.16' },
  });
  expect(pageStyle({ ...DEFAULT_READER_SETTINGS, textSize: 199 })['data-large']).toBeUndefined();
});
