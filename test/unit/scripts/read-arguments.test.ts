import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readArguments } from '../../../scripts/read-arguments.ts';
import { wholeNumber } from '../../../scripts/whole-number.ts';

const USAGE = 'npm run thing -- FILE [--batch N]\n';
const given = process.argv;
const written = { out: '', err: '' };

beforeEach(() => {
  written.out = '';
  written.err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => note('out', text));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => note('err', text));
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
});

afterEach(() => {
  process.argv = given;
  vi.restoreAllMocks();
});

function note(where: keyof typeof written, text: unknown): boolean {
  written[where] += `${text}`;
  return true;
}

function call(...args: string[]): { file: string | undefined; batch: number } {
  process.argv = ['node', 'thing.ts', ...args];
  return readArguments(
    USAGE,
    { allowPositionals: true, options: { batch: { type: 'string', default: '50' } } },
    ({ values, positionals: [file] }) => ({ file, batch: wholeNumber('batch', values.batch, 1) }),
  );
}

test('arguments are read', () => {
  expect(call('a.html', '--batch', '3')).toEqual({ file: 'a.html', batch: 3 });
  expect(call()).toEqual({ file: undefined, batch: 50 });
});

test.each([
  ['an option it does not know', ['--foo'], "Unknown option '--foo'."],
  ['an option without its value', ['--batch'], "Option '--batch <value>' argument missing."],
  ['a value that the command refuses', ['--batch', 'x'], '--batch wants a whole number from 1 on, not "x".'],
])('%s is reported in one sentence, with the usage and exit code 2', (_what, args, sentence) => {
  expect(() => call(...args)).toThrow('exit 2');
  expect(written).toEqual({ out: '', err: `${sentence}\n${USAGE}` });
});

test('an argument where none is allowed is reported', () => {
  process.argv = ['node', 'thing.ts', 'one'];
  expect(() => readArguments(USAGE, {})).toThrow('exit 2');
  expect(written.err).toBe(`Unexpected argument 'one'.\n${USAGE}`);
});

test('--help prints the usage without an error', () => {
  expect(() => call('--help')).toThrow('exit 0');
  expect(written).toEqual({ out: USAGE, err: '' });
});
