import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { shareTexts } from '../../../scripts/build/share-texts.ts';
import { shortenScript } from '../../../scripts/build/shorten-script.ts';
import { run } from './run.ts';

/** A bundled script that leaves `result`, with all that a function can be that an arrow function cannot. */
const SCRIPT = `(function(){
  var early = twice(2);
  function twice(n) { return n * 2; }
  function count() { return arguments.length; }
  function Maker(n) { return { n }; }
  function* counting() { yield 1; yield 2; }
  async function later() { return twice(3); }
  var counter = { n: 5, read: function() { return this.n; }, add(n) { return this.n + n; } };
  var lengths = ['a', 'bc'].map(function(text) { return [text].map(function(inner) { return inner.length; })[0]; });
  globalThis.result = [early, count(1, 2), new Maker(7).n, [...counting()], counter.read(), counter.add(1), lengths, later];
})();`;

test('a script with arrow functions does the same, also when it calls a function before its declaration', async () => {
  const [was, is] = [run(SCRIPT), run(shortenScript(SCRIPT))];
  expect(is.slice(0, -1)).toEqual(was.slice(0, -1));
  expect(was.slice(0, -1)).toEqual([4, 2, 7, [1, 2], 5, 6, [1, 2]]);
  expect(await (is.at(-1) as () => Promise<number>)()).toBe(6);
});

test('functions that use neither this nor arguments become arrow functions', () => {
  const shortened = shortenScript(SCRIPT);
  expect(shortened.match(/\bfunction\b/g)?.length).toBe(4);
});

test('no name of a script becomes global, since it is injected repeatedly', () => {
  const scope = createContext({});
  runInContext(shortenScript(SCRIPT), scope);
  expect(Object.keys(scope)).toEqual(['result']);
});

test('lists of selectors lose spaces and quotation marks, and other strings keep them', () => {
  const shortened = shortenScript(
    `(function(){ var b = 'b, i'; globalThis.result = ['p, h1 > a, [rel~="x"]', 'br + br', ':has(> p ~ p)', ', ', 'Well, now!', '1 > x!', /a, b > c/.source, \`\${b}, hr\`]; })();`,
  );
  expect(run(shortened)).toEqual([
    ...['p,h1>a,[rel~=x]', 'br+br', ':has(>p~p)', ', ', 'Well, now!', '1 > x!', 'a, b > c', 'b,i,hr'],
  ]);
});

test('Number() becomes a unary plus in any context', () => {
  const shortened = shortenScript(
    `(function(){ var n = '2'; globalThis.result = [1+Number(n), typeof Number(n), Number(n+1)**2, -Number(Number(n)), ['3'].map(Number), Number()]; })();`,
  );
  expect(run(shortened)).toEqual([3, 'number', 441, -2, [3], 0]);
  expect(shortened.match(/Number/g)?.length).toBeLessThanOrEqual(2);
});

test('a numeric constant that is used once is moved to its use, unless it changes', () => {
  const shortened = shortenScript(
    `(function(){ var most = 1234, count = 0, twice = 5678, step = 91; const read = () => globalThis.most(most); read();
    const next = () => { count = 7; step++; }; next(); globalThis.result = [twice, () => twice]; })();`,
  );
  expect(shortened).toMatch(/\(1234\)/);
  const scope: { result?: [number, () => number]; most: (n: number) => void } = { most: (n) => expect(n).toBe(1234) };
  new Function('globalThis', shortened)(scope);
  expect(scope.result?.[1]()).toBe(5678);
});

test("the script's own properties get short names everywhere", () => {
  const code = `(function(){
    var make = (chars, linked) => ({ chars, linked, measure() { return chars; } });
    var { chars: n, linked } = make(3, 4), { units = 5 } = {};
    globalThis.result = [n, linked, units, make(6, 7).measure(), make(8, 9)?.chars];
  })();`;
  const shortened = shortenScript(code);
  expect(run(shortened)).toEqual([3, 4, 5, 6, 8]);
  expect(shortened).not.toMatch(/chars|linked|units|measure/);
  expect(() => shortenScript(`(function(){ globalThis.result = ['chars']; })();`)).toThrow('chars');
});

test('a script that is not one called function is refused', () => {
  expect(() => shortenScript('const n = 1;')).toThrow('one function');
});

test('long property names are written once', () => {
  const script = `(function(){
    var box = { parentElement: { parentElement: null, n: 3 } };
    globalThis.result = [box.parentElement.n, box.parentElement?.parentElement?.parentElement, ${'box.parentElement.n,'.repeat(9)} 1];
  })();`;
  const short = shortenScript(script);
  expect(run(short)).toEqual(run(script));
  expect(short.length).toBeLessThan(script.length);
  expect(short).not.toContain('.parentElement');
});

test('a pattern that is used once is moved to its use, but not one used twice, with lastIndex or declared later', () => {
  const script = `(function(){
    var late = () => after.test('after');
    var once = /^once$/i, both = /both/, global = /g/g, after = /after/, short = /short/;
    var find = function(text) { return [once.test(text), both.test(text), both.source, global.test('gg') && global.lastIndex, { once: 1 }.once, { short }.short.source]; };
    globalThis.result = [find('Once'), find('both'), late()];
  })();`;
  const shortened = shortenScript(script);
  expect(run(shortened)).toEqual([[true, false, 'both', 1, 1, 'short'], [false, true, 'both', 2, 1, 'short'], true]);
  expect(shortened).toMatch(/\w\(\/\^once\$\/i,/);
  expect(shortened.match(/\/both\//g)).toHaveLength(1);
});

test('a pattern with Unicode classes is made when it is used, and starts at 0 each time', () => {
  const script = `(function(){
    var spaced = /[\\p{L}\\/]+(?=,)/giu;
    var find = function(text) { var one = /\\p{Lu}/u, all = /\\p{Lu}/gu; return [one.test(text), all.test(text), text.match(spaced), text.replace(/\\p{Lu}/gu, '-')]; };
    var last = function(text) { var all = /\\p{Ll}/gu; return all.test(text) && all.lastIndex; };
    globalThis.result = [find('É/a,B'), last('xy'), last('xy')];
  })();`;
  const shortened = shortenScript(script);
  expect(run(shortened)).toEqual([[true, true, ['É/a'], '-/a,-'], 1, 1]);
  expect(run(script)).toEqual(run(shortened));
  expect(shortened).not.toContain('/\\p{Ll}/');
});

test('strings that are arguments in a loop are shared, too, also one that contains the separator', () => {
  const many = ['first', 'second!', 'third;', '"fourth"', "'fifth'", '\\\\sixth', '七七七七七七'];
  const script = `(function(){
    var all = [], of = (text) => { all.push(text); };
    for (var i = 0; i < 2; i++) ${many.map((text) => `of(${JSON.stringify(text)})`).join()};
    ${many.map((text) => `of(${JSON.stringify(text)}),of(${JSON.stringify(text)})`).join()};
    globalThis.result = [all, null, null, null, null, void 0, void 0, void 0];
  })();`;
  const shortened = shortenScript(script);
  expect(run(shortened)).toEqual(run(script));
  expect(shortened.match(/first/g)).toHaveLength(1);
});

test('a repeated string is shared, except in loops and as a property name', () => {
  const shortened = shortenScript(`(function(){
    function of(name) { return typeof'figcaption'+name; }
    globalThis.result = [of('figcaption'), 'figcaption'in{ figcaption: 1 }, { 'figcaption': 'figcaption' }, \`figcaption\`, ['figcaption', 'figure']];
    for (var i = 0; i < 2; i++) globalThis.result.push('figcaption' + i);
  })();`);
  const [first, ...rest] = run(shortened);
  expect(first).toBe('stringfigcaption');
  expect(rest).toEqual([
    true,
    { figcaption: 'figcaption' },
    'figcaption',
    ['figcaption', 'figure'],
    'figcaption0',
    'figcaption1',
  ]);
  expect(shortened.match(/["'`]figcaption\b/g)?.length).toBe(2);
});

test('null and undefined are shared, also in loops, and a string "null" is not taken for null', () => {
  const shortened = shortenScript(`(function(){
    var first = globalThis.first, all = ['null', null, \`null\`, typeof null, first === null, void 0, first === void 0, { null: null }.null];
    for (var i = 0; i < 9; i++) all.push(globalThis[i] ?? null, globalThis.n === null, globalThis.n === void 0);
    globalThis.result = [...all.slice(0, 11), /null/.test('null'), [null, null, null, null, null, null]];
  })();`);
  const nothing = [null, null, null, null, null, null];
  expect(run(shortened)).toEqual([
    ...['null', null, 'null', 'object', false, undefined, true, null, null, false, true, true],
    nothing,
  ]);
  expect(shortened.match(/\bnull\b/g)?.length).toBeLessThan(7);
});

test('an expression after void is still evaluated', () => {
  const shortened = shortenScript(
    `(function(){ var all = [void 0, void 0, void 0, void 0]; void all.push(1), void all.push(2); globalThis.result = all; })();`,
  );
  expect(run(shortened)).toEqual([undefined, undefined, undefined, undefined, 1, 2]);
});

test('class selectors are shortened, and expanded where they are used', () => {
  const shortened = shortenScript(`(function(){
    var all = '[class*="name" i], a[class*="by-line" i]:not(.x)', tag = (texts) => texts.raw[0];
    globalThis.result = [all, all.length, \`[class*="name" i]\`, tag\`[class*="name" i]\`, '100% [class*="name" i]', \`\${all}[class*="name"]\`];
  })();`);
  expect(run(shortened)).toEqual([
    '[class*=name i],a[class*=by-line i]:not(.x)',
    43,
    '[class*=name i]',
    '[class*=name i]',
    '100% [class*=name i]',
    '[class*=name i],a[class*=by-line i]:not(.x)[class*=name]',
  ]);
});

test('a pattern with characters of templates or short classes stays a literal', () => {
  const shortened = shortenScript(
    `(function(){ var of = (text) => [/^\\p{Lu}%$/u, /\\p{Lu}\`/u, /^\\p{sc=Han}\\P{L}$/u].map((it) => it.test(text)); globalThis.result = [of('A%'), of('A\`'), of('一!')]; })();`,
  );
  expect(run(shortened)).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ]);
});

test('new Set, new Map, Math.max and Math.min become functions with short names', () => {
  const shortened = shortenScript(`(function(){
    var one = new Set, two = new Set([1, 1]), three = new Map([[1, 2]]), four = new Map;
    globalThis.result = [one, two, three, four, Math.max(1, 3, 2), Math.min(3, 1), new Set([Math.max(...two)]), Math.max];
  })();`);
  const wanted = [new Set(), new Set([1]), new Map([[1, 2]]), new Map(), 3, 1, new Set([1]), Math.max];
  expect(run(shortened)).toEqual(wanted);
  expect(shortened.match(/new Set|new Map|Math\.min/g)?.length).toBe(3);
});

test('an object with a single method run becomes a function, and its calls do too', async () => {
  const code = `(function(){
    var one = { run({ log }) { log.push(1); } }, two = { async run(it) { await null; it.log.push(2); } }, more = { n: 3, walk() { return this.n; } };
    var passes = [one, two], log = [];
    globalThis.result = [(async () => { for (const pass of passes) { await pass.run({ log }); if (pass === one) log.push('first'); } return log; })(), more.walk()];
  })();`;
  const shortened = shortenScript(code);
  const [log, walked] = run(shortened);
  expect([await log, walked]).toEqual([[1, 'first', 2], 3]);
  expect(shortened).not.toMatch(/\brun\b/);
});

test.each([
  'var pass = { n: 1, run() {} }; pass.run()',
  'var pass = { run: () => 1 }; pass.run()',
  'var pass = globalThis.pass; pass?.run()',
  'var pass = globalThis.pass; pass.run?.()',
  'var pass = { run() {} }; [pass].map((it) => it.run)',
  'var { run } = globalThis.pass; run()',
  'class Pass { #run() {} all() { this.#run() } } new Pass().all()',
])('what is called run and is no pass is refused: %s', (code) => {
  expect(() => shortenScript(`(function(){ ${code} })();`)).toThrow('run');
});

test('directives and tagged templates stay as they are', () => {
  const shortened = shareTexts(
    `(function(){ function strict() { "use strict"; return this; }
    var tag = (texts) => texts.raw[0]; globalThis.result = [strict(), tag\`use strict\`, ["use strict", "use strict", "use strict"]]; })();`,
    12,
  );
  expect(run(shortened)).toEqual([undefined, 'use strict', ['use strict', 'use strict', 'use strict']]);
  expect(shortened.match(/use strict/g)).toHaveLength(3);
});

test('a string constant that is used once is moved to its use', () => {
  const shortened = shortenScript(
    '(function(){ var only = `b, i`; const ask = () => globalThis.find(only); ask(); globalThis.result = [ask]; })();',
  );
  expect(shortened).toMatch(/find\(["'`]b,i["'`]\)/);
  const classes = shortenScript(
    `(function(){ var only = '[class*="note" i]'; const ask = () => globalThis.find(only); ask(); globalThis.result = [ask]; })();`,
  );
  expect(classes.match(/note/g)).toHaveLength(1);
});
