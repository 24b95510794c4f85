import { expect, test } from 'vitest';
import { pattern } from '../../../src/model/pattern.ts';

test('a pattern over several lines is that of its lines without breaks, indentation and comments', () => {
  const label = pattern('iu')`
    ^\s*(?:
      source|via  # English
      # In one word: the page's own spaces are left out.
      |\p{sc=Han}源
      |see also
    )[:#] #`;
  expect(label).toEqual(/^\s*(?:source|via|\p{sc=Han}源|see also)[:#] #/iu);
});

test('a pattern on one line, without flags, is as it stands', () => {
  expect(pattern()`a/\n# b\u0041`).toEqual(/a\/\n# b\u0041/);
});

test('what is no pattern is an error', () => {
  expect(() => pattern()`(`).toThrow(SyntaxError);
});
