import { expect, test } from 'vitest';
import { parseQuery } from '../../../../src/model/search/parse-query.ts';

const shown = (input: string): string[] =>
  parseQuery(input).map(
    ({ terms, prefix }) => terms.map(({ term, at }) => `${term}@${at}`).join(' ') + (prefix ? '*' : ''),
  );

test.each([
  ['words find longer words from three letters on', 'to tide ', ['to@0', 'tide@0*']],
  ['the word being typed finds longer words at once', 'tide o', ['tide@0*', 'o@0*']],
  ['quotes ask for a phrase', '"The tide" in', ['the@0 tide@1', 'in@0*']],
  ['an open quote is still being typed', '"the tide', ['the@0*', 'tide@0*']],
  ['a run of Chinese is found as it stands', '人工智能', ['人工@0 智能@2']],
  ['an odd run', '互聯網', ['互联@0 联网@1']],
  ['one character finds every word with it', '猫', ['猫@0*']],
  ['Chinese quotes', '「人工智能」', ['人工@0 智能@2']],
  ['phrase over two scripts', '"iPhone手机 壳"', ['iphone@0 手机@1 壳@3*']],
  [
    'words between two phrases',
    '"the tide" came late "the boat"',
    ['the@0 tide@1', 'came@0*', 'late@0*', 'the@0 boat@1'],
  ],
  ['a phrase after a short word', 'o"the tide"', ['o@0', 'the@0 tide@1']],
  ['a short word is found alone once another is typed', 'o tide', ['o@0', 'tide@0*']],
  ['a short word is found alone once a space is typed', 'tide o ', ['tide@0*', 'o@0']],
  ['a phrase that is not typed yet', '"" tide', ['tide@0*']],
  ['every part of a long run', '人工智能改变世界吗', ['人工@0 智能@2 改变@4 世界@6 界吗@7']],
  ['nothing', '  ?', []],
])('%s', (_what, input, clauses) => {
  expect(shown(input)).toEqual(clauses);
});

test('one Chinese character is found in the middle of words, in quotes as well', () => {
  expect(parseQuery('海')).toMatchObject([{ prefix: true, alone: true }]);
  expect(parseQuery('「海」')).toEqual(parseQuery('海'));
});
