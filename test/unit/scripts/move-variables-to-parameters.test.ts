import { expect, test } from 'vitest';
import { moveVariablesToParameters } from '../../../scripts/build/move-variables-to-parameters.ts';

/** Runs a script that leaves its `result`. */
function run(code: string): unknown {
  const scope: { result?: unknown } = {};
  new Function('globalThis', code)(scope);
  return scope.result;
}

/** The script in both forms does the same. */
function expectSame(code: string, moved = moveVariablesToParameters(code)): string {
  expect(run(moved)).toEqual(run(code));
  return moved;
}

test('the first variables of a function become parameters', () => {
  const code = 'let f=a=>{let b=a.length,[c]=a;return b+c};globalThis.result=[f(`ab`),f([5])];';
  expect(expectSame(code)).toContain('let f=(a,b=a.length,[c]=a)=>b+c;');
});

test('statements before and after them become one expression', () => {
  const code =
    'let log=[],f=(a)=>{if(a<0)return null;let b=a*2,c;log.push(b),c=b;if(b>9)return{b};let d=()=>c+a;return log.push(d()),[d(),b]};' +
    'globalThis.result=[f(-1),f(1),f(7),f(3),log];';
  expect(run(code)).toEqual([null, [3, 2], { b: 14 }, [9, 6], [2, 3, 14, 6, 9]]);
  expect(expectSame(code)).not.toContain('return');
});

test('a loop stays, and variables before it become parameters', () => {
  const code = 'let f=(a)=>{let b=0;for(let c of a)b+=c;return b};globalThis.result=f([1,2]);';
  expect(expectSame(code)).toContain('let f=(a,b=0)=>{for(');
});

test.each([
  ['a callback, which gets more than it asks for', 'let f=a=>{let b=a;return b};globalThis.result=[5,6].map(f);'],
  ['a function that is given more than it asks for', 'let f=a=>{let b=a;return b};globalThis.result=f(1,2);'],
  ['what a list is spread into', 'let f=a=>{let b=a;return b};globalThis.result=f(...[1,2]);'],
  ['a name that stands for two', 'let f=a=>{let b=a;return b};{let f=3;globalThis.result=f}'],
  ['a function that takes all further arguments', 'let f=(...a)=>{let b=a[1];return b};globalThis.result=f(4,5);'],
  [
    'a variable that means what is hoisted',
    'let g=1,f=()=>{let b=g();return b;function g(){return 2}};globalThis.result=f();',
  ],
  [
    'a value for what is not given, of a name used again',
    'let g=1,f=(a=g)=>{if(!a)return 3;let g=2;return a+g};globalThis.result=f();',
  ],
  ['a property that is a function', 'let o={f:a=>{let b=a;return b}};globalThis.result=o.f(1,2);'],
])('%s stays as it is', (_what, code) => {
  expect(expectSame(code)).toBe(code);
});

test('a nested function is rewritten as well, and a shorthand property counts as a use', () => {
  const code =
    'let f=a=>{let g=b=>{let c=b+1;return c};let d=g(a);return d*2},h=a=>{let b=a;return b};globalThis.result=[f(1),[1].map({h}.h)];';
  const moved = expectSame(code);
  expect(moved).toContain('(b,c=b+1)=>c');
  expect(moved).toContain('h=a=>{let b=a;return b}');
});
