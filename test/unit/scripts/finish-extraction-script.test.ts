import { expect, test } from 'vitest';
import { finishExtractionScript } from '../../../scripts/build/finish-extraction-script.ts';
import { shortenScript } from '../../../scripts/build/shorten-script.ts';

test('the shipped script is the shortened one below the hint by which Chromium compiles it at once', () => {
  const code = '(function(){function add(one,other){return one+other}globalThis.sum=add(1,2)})();';
  const [first, ...rest] = finishExtractionScript(code).split('\n');
  expect(first).toBe('//# allFunctionsCalledOnLoad');
  expect(rest.join('\n')).toBe(shortenScript(code));
});
