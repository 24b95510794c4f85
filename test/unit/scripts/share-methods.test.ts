import { expect, test } from 'vitest';
import { shortenScript } from '../../../scripts/build/shorten-script.ts';
import { run } from './run.ts';

test('a method name is written once, and optional calls stay optional', () => {
  const shortened = shortenScript(`(function(){
    var log = [], make = (name) => ({ name, setAttribute(...is) { log.push([name, ...is]); return make(name + is[0]); } });
    make('a').setAttribute('b', make('c').setAttribute('d', 1).name), (null ?? make('e')).setAttribute('f', 2);
    var nothing = globalThis.nothing;
    nothing?.setAttribute('g', 3), nothing?.a.b().setAttribute('h', 4), log.at?.(0).a?.setAttribute('i', 5);
    var last = function(one) { return[one].flatMap((it) => it); }, all = [6, 7];
    make(last('j')[0]).setAttribute(...all);
    globalThis.result = log;
  })();`);
  expect(run(shortened)).toEqual([
    ['c', 'd', 1],
    ['a', 'b', 'cd'],
    ['e', 'f', 2],
    ['j', 6, 7],
  ]);
  expect(shortened.match(/\.setAttribute\b/g)?.length).toBe(2);
});

test('an optional call is shared only if its arguments have no effects', () => {
  const script = `(function(){
    var log = [], box = { n: 1, closest(said) { log.push(said); return said === 'none' ? null : box; } }, none = globalThis.none, say = (said) => (log.push('said'), said);
    var all = [box?.closest('a').n, none?.closest('b'), none?.closest('c').n, (none ?? box)?.closest('d')?.n, none?.closest(\`e\`)?.n, none?.box?.closest('f')?.closest('g'),
      none?.closest(say('h')), none?.closest(none.i), box?.closest('none')?.closest('j')?.n, box.closest?.('k').n, none?.closest?.('l')];
    globalThis.result = [all, log];
  })();`;
  const shortened = shortenScript(script);
  expect(run(script)).toEqual([
    [1, undefined, undefined, 1, ...Array(5).fill(undefined), 1, undefined],
    ['a', 'd', 'none', 'k'],
  ]);
  expect(run(shortened)).toEqual(run(script));
  // Where a chain goes on without `?.`, more is done for what is given, or the method itself may be missing.
  expect(shortened.match(/\.closest\b/g)?.length).toBe(7);
});

test('methods called in loops stay direct calls, and never become functions with rest parameters', () => {
  const script = `(function(){
    var all = [], more = () => { ${'all.push(1),'.repeat(9)} all.push(...all); };
    for (var i = 0; i < 3; i++) all.push('abc'.charCodeAt(i));
    more(), globalThis.result = all;
  })();`;
  const shortened = shortenScript(script);
  expect(run(shortened)).toEqual(run(script));
  expect(shortened.match(/\.push\(/g)).toHaveLength(3);
  expect(shortened).toMatch(/\.charCodeAt\(\w\)\)/);
  expect(shortened).not.toMatch(/\(\w,\.\.\.\w\)=>\w\.push/);
});

test('an argument that is not given is not passed as undefined', () => {
  const script = `(function(){
    var all = [1, 2, 1], log = [], box = { append(...given) { log.push(given); } };
    all.push(3, 4), all.push(5), box.append(1, 2), box.append(3);
    globalThis.result = [all, log, all.reduce((sum, it) => sum + it), all.reduce((sum, it) => sum + it, 7), all.lastIndexOf(1), all.lastIndexOf(1, 1)];
  })();`;
  expect(run(shortenScript(script))).toEqual([[1, 2, 1, 3, 4, 5], [[1, 2], [3]], 16, 23, 2, 0]);
});
