import { expect, test } from 'vitest';
import { isolateName, splitNames } from '../../../../src/model/text/isolate-name.ts';

test('a name is isolated where its direction may be another than that of the sentence', () => {
  expect(isolateName('What now?', 'ltr')).toBe('What now?');
  expect(isolateName('什么？', 'ltr')).toBe('什么？');
  expect(isolateName('What now?', 'rtl')).toBe('\u2068What now?\u2069');
  for (const name of ['ماذا الآن؟', 'מה עכשיו?', '𞤀𞤁']) expect(isolateName(name, 'ltr')).toBe(`\u2068${name}\u2069`);
});

test('a name that turns what follows turns nothing of the sentence', () => {
  expect(isolateName('Two\u202e men', 'ltr')).toBe('\u2068Two\u202e men\u2069');
  expect(isolateName('Two\u2067 men', 'ltr')).toBe('\u2068Two men\u2069');
});

test('a name cannot end its own isolation, and is found again in the sentence', () => {
  const name = isolateName('One\u2069 \u2067two', 'rtl');
  expect(splitNames(`صار «${name}» جزءًا من «${isolateName('Sea', 'rtl')}»`)).toEqual([
    'صار «',
    'One two',
    '» جزءًا من «',
    'Sea',
    '»',
  ]);
  expect(splitNames('Deleted: The tide')).toEqual(['Deleted: The tide']);
});
