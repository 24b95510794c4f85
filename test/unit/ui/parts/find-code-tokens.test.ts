import { expect, test } from 'vitest';
import { findCodeTokens } from '../../../../src/ui/parts/find-code-tokens.ts';

/** The coloured pieces as `kind:text`. */
const tokensOf = (code: string, language: string) =>
  findCodeTokens(code, language)?.map(({ start, end, kind }) => `${kind}:${code.slice(start, end)}`);

test('tokens of code have a kind and a place', () => {
  expect(tokensOf('const tide = 3; // metres', 'javascript')).toEqual([
    'keyword:const',
    'number:3',
    'comment:// metres',
  ]);
});

test('an expression inside a template string is code again', () => {
  expect(tokensOf("f'{hours} m'", 'python')).toEqual(["string:f'", "string: m'"]);
});

test('aliases of languages that pages use are known', () => {
  for (const name of ['js', 'ts', 'py', 'sh', 'html', 'yml', 'c++', 'c#', 'golang', 'postgresql', 'vue'])
    expect([name, findCodeTokens('x', name)]).toEqual([name, expect.any(Array)]);
});

test('an unknown language is not guessed, and a whole file of a megabyte stays plain', () => {
  expect(findCodeTokens('if x then y', 'no-such-language')).toBeNull();
  expect(findCodeTokens('x = 1\n'.repeat(200_000), 'python')).toBeNull();
});
