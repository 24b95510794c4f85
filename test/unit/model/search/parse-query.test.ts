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
  ['nothing', '  ?', []],
])('%s', (_what, input, clauses) => {
  expect(shown(input)).toEqual(clauses);
});
