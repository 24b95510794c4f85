import { expect, test } from 'vitest';
import { platformsAsLists } from '../../../scripts/build/platforms-as-lists.ts';

test.each([
  ['an object', "x = { post: 'a', postText: 'b', postAuthor: 'c' }", "x = ['a','b','c']"],
  ['fields in another order, with one left out', "x = { drop: 'd', post: 'a', postText: 'b' }", "x = ['a','b',,,'d']"],
  ['a field that is read', 'x = y.postAuthor', 'x = y[2]'],
  ['a field of another in an object', 'x = { post: y.post, postText: z.y.drop }', 'x = [y[0],z.y[4]]'],
  ['a pattern', 'function f({ postAuthor, authorAttribute: b }) {}', 'function f([,,postAuthor,,,b]) {}'],
  [
    'nothing else',
    "x = { author: 'a', [post]: y[post] }, post = drop",
    "x = { author: 'a', [post]: y[post] }, post = drop",
  ],
])('%s', (_, code, expected) => {
  expect(platformsAsLists(code)).toBe(expected);
  // What it gives is a script.
  new Function(expected);
});

test.each([
  "x = { post: 'a', other: 'b' }",
  'x = { post() {} , ...y }',
  'class A { drop() {} }',
  'function f({ post, ...rest }) {}',
])('throws where a field is the name of something else: %s', (code) => {
  expect(() => platformsAsLists(code)).toThrow('the name of something else');
});

test('what a list gives is what the object gave', () => {
  const code = `
    const one = { post: '.a', postText: '.b', postAuthor: '.c', authorAttribute: 'data-d' };
    const two = { postText: one.postText, post: '.e', postAuthor: '.f', drop: '.g' };
    const take = ({ postAuthor, drop = 'none' }) => postAuthor + drop;
    return [one, two].map((it) => [it.post, it.postText, it.postDate, it.drop, it.authorAttribute, take(it)]);`;
  const run = (source: string) => new Function(source)();
  expect(run(`${platformsAsLists(`function main() {${code}}`)} return main()`)).toEqual(run(code));
});
