import { expect, test } from 'vitest';
import { loopsAsCalls } from '../../../scripts/build/loops-as-calls.ts';
import { run } from './run.ts';

/** A bundled script that leaves what `body` puts into `out`. */
const script = (body: string) =>
  `(function(){ var find = (a, b) => a.filter((one) => one % b === 0), out = []; ${body} globalThis.result = out; })();`;

const FOUND = 'for (let a of find([1, 2, 3, 4, 5, 6], 2)) out.push(a);';
/** As many loops as it takes to be worth a function. */
const MANY = FOUND.repeat(5);

/** The same script with calls instead of loops. It does the same. */
function written(body: string): string {
  const code = script(MANY + body);
  const text = loopsAsCalls(code, code.indexOf('{') + 1);
  expect(run(text)).toEqual(run(code));
  return text;
}

test.each([
  ['what is found', FOUND, 'eachFound([1, 2, 3, 4, 5, 6],2,(a)=>{out.push(a);});'],
  [
    'anything else',
    `${FOUND} for (const [b, c] of [[1, 2]]) { out.push(b + c); }`,
    'eachOf([[1, 2]],([b, c])=>{ out.push(b + c); });',
  ],
  [
    'a loop that skips some',
    `${FOUND} for (let b of out) { if (b > 4) continue; out[0] += b; }`,
    'if (b > 4) return; out[0] += b;',
  ],
  [
    'a loop in a loop',
    `${FOUND} for (let b of find([2, 4], 2)) for (let c of find([b, 6], 2)) out.push(b * c);`,
    '(c)=>{out.push(b * c);});});',
  ],
  [
    'a loop with one that is left',
    `${FOUND} for (let b of [1]) for (let c of [b, 2]) { if (c > 1) break; out.push(c); }`,
    'eachOf([1],(b)=>{for (let c of',
  ],
  [
    'a function that gives something',
    `${FOUND} for (let b of [1]) out.push([b].map((c) => { return c + 1; })[0]);`,
    'eachOf([1],(b)=>',
  ],
  ['a loop before another statement', `if (out) ${FOUND} else out.push(0);`, 'if (out) eachFound('],
])('%s', (_, body, expected) => {
  expect(written(body)).toContain(expected);
});

test.each([
  ['a loop that is left', 'for (let b of [1, 2]) { if (b > 1) break; out.push(b); }'],
  ['a loop that ends its function', 'out.push((() => { for (let b of [1, 2]) if (b > 1) return b; })());'],
  [
    'a loop that goes on with one around it',
    'on: for (let b of [1, 2]) { for (let c of [b, 3]) { if (b < 2) continue on; out.push(c); } }',
  ],
  ['a loop that uses this', 'out.push(function () { for (let b of [1]) this.sum = b; return this.sum; }.call({}));'],
  [
    'a loop that uses arguments',
    'out.push((function () { let c; for (let b of [1]) c = arguments.length; return c; })(1, 2));',
  ],
  ['a loop with a variable of its function', 'for (let b of [1]) { var c = b; } out.push(c);'],
  ['a loop over its counter', 'for (let b = 0; b < 2; b++) out.push(b);'],
  ['a generator', 'function* give() { for (let b of [1, 2]) yield b; } out.push(...give());'],
])('stays: %s', (_, body) => {
  expect(written(`${FOUND} ${body}`)).toContain(body);
});

test('a loop that waits stays', () => {
  const body = 'async function wait(a) { for (const b of a) await b; for await (const c of a) out.push(c); }';
  expect(written(`${FOUND} ${body}`)).toContain(body);
});

test('where no function gives most lists, one function has all loops', () => {
  const code = script('for (const a of [1, 2]) out.push(a);'.repeat(6));
  const text = loopsAsCalls(code, code.indexOf('{') + 1);
  expect(run(text)).toEqual(run(code));
  expect(text.match(/eachOf\(\[1, 2\],/g)).toHaveLength(6);
  expect(text).not.toContain('eachFound');
});

test('a script with few loops is as before', () => {
  const code = script(MANY);
  expect(loopsAsCalls(code, code.indexOf('{') + 1)).toBe(code);
});
