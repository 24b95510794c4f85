import { expect, test } from 'vitest';
import { wordsScript } from '../../../scripts/build/emit-words.ts';

test('a page gets the strings that its scripts name, in all plural forms, and no others', () => {
  const messages = Object.fromEntries(
    ['readerSave', 'minutesOne', 'minutesOther', 'minutesFew', 'libraryImport'].map((key) => [
      key,
      { message: `"${key}"` },
    ]),
  );
  const scope: { rectoWords?: unknown } = {};
  new Function('globalThis', wordsScript(messages, 't(`readerSave`),count("minutes",2),libraryImport'))(scope);
  expect(scope.rectoWords).toEqual({
    readerSave: '"readerSave"',
    minutesOne: '"minutesOne"',
    minutesOther: '"minutesOther"',
    minutesFew: '"minutesFew"',
  });
});
