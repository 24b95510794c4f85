import { expect, test } from 'vitest';
import { shortenScript } from '../../../scripts/build/shorten-script.ts';
import { run } from './run.ts';

test('groups become capturing ones only where their matches are not read', () => {
  const script = `(function(){
    var tested = /^(?:a|[(?:]\\(?:x)$/, asked = /(?:a)(b)/, twice = /(?:c)(d)/, again = /(?:e)(f)\\1/, given = /(?:g)(h)/;
    var find = function(text) { return [tested.test(text), tested.test(text + 1), asked.exec(text)?.[1], twice.test(text), text.match(twice)?.[1], again.test(text), again.test(text + 1)]; };
    globalThis.result = [find('a'), find('ab'), find('cd'), find('eff'), [given].map((it) => it.exec('gh')[1]),
      'ab'.replace(/(?:a)(b)/, '$1'), 'ab'.replace(/(?:a)(b)/, '-'), 'ab'.replace(/(?:a)(b)/, (all) => all + 1), 'ab'.replace(/(?:a)(b)/, (all, one) => one), 'ab'.split(/(?:a)/), 'ab'.search(/(?:b)/)];
  })();`;
  const shortened = shortenScript(script);
  expect(run(shortened)).toEqual(run(script));
  expect(run(shortened).slice(4)).toEqual([['h'], 'b', '-', 'ab1', 'b', ['', 'b'], 1]);
  // One is no group: its parenthesis is looked for.
  expect(shortened.match(/\(\?:/g)?.length).toBe(9);
});
