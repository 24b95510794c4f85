import { expect, test } from 'vitest';
import { inlinePatterns } from '../../../scripts/build/inline-patterns.ts';
import { run } from './run.ts';

/** `src/model/pattern.ts` as a minifier writes it. */
const PATTERN = String.raw`(e="")=>({raw:t})=>new RegExp((t[0]??"").replace(/\s+# .*$/gm,"").replace(/\s*\n\s*/g,""),e)`;

const USES = (tag: string) => `${tag}("i")\`
  ^(?:
    a/b  # One.
    |\\d c
  )$\``;

test('patterns over several lines become literals, whatever name the minifier has given to their function', () => {
  const script = `(function(){var q=1,O=${PATTERN},x=${USES('O')},y=O()\`d\`,z=O\`e\`;
    globalThis.result=[x.test("A/B"),x.test("5 c"),x.test("ab"),y.test("d"),typeof z]})();`;
  const inlined = inlinePatterns(script);
  expect(inlined).toContain(String.raw`x=/^(?:a\/b|\d c)$/i,y=/d/,z=O`);
  expect(run(inlined)).toEqual([true, true, false, true, 'function']);
  expect(run(script)).toEqual(run(inlined));
});

test('a pattern that is the only one becomes a literal where the minifier has put the function itself', () => {
  expect(inlinePatterns(`var x=${USES(`(${PATTERN})`)};`)).toBe(String.raw`var x=/^(?:a\/b|\d c)$/i;`);
});

test('a script without the function stays as it is, with tagged templates of its own', () => {
  const script = 'var O=(a)=>(b)=>b.raw[0],x=O("i")`\n  a`;';
  expect(inlinePatterns(script)).toBe(script);
});
