import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { earlyReading, lateAliases } from '../../../scripts/late/late-aliases.ts';
import { LATENESS, type Lateness, lateInOrder } from '../../../scripts/late/lateness.ts';
import { withMembers } from '../../../scripts/late/with-members.ts';

const SRC = join(import.meta.dirname, '../../../src');
const imports = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap((name) => [
    ...readFileSync(join(SRC, name), 'utf8').matchAll(/^(?:import|export) (?!type).* from '(.+)';$/gm),
  ])
  .map(([, specifier = '']) => specifier);

const standInsOf = (lateness: Lateness) =>
  lateAliases(lateness).map((alias) => [basename(alias.replacement), alias] as const);

test('nothing is delayed in a shipped build', () => {
  expect(lateAliases(undefined)).toEqual([]);
  expect(lateAliases('')).toEqual([]);
  expect(earlyReading(undefined)).toBe('src/platform/early-reading.ts');
});

describe.each(LATENESS)('in a build with late %s', (lateness) => {
  test.each(standInsOf(lateness))('each import of a module gets its stand-in, %s', (_name, { find, replacement }) => {
    expect(existsSync(replacement)).toBe(true);
    const name = /([\w-]+)(?:\\\.ts)?\$\/$/.exec(`${find}`)?.[1];
    const wanted = imports.filter((specifier) => specifier.endsWith(`/${name}`) || specifier.endsWith(`/${name}.ts`));
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((specifier) => !specifier.match(find))).toEqual([]);
  });

  test('no other import is replaced', () => {
    const finds = lateAliases(lateness).map(({ find }) => find);
    const caught = new Set(imports.filter((specifier) => finds.some((find) => specifier.match(find))));
    const names = new Set([...caught].map((specifier) => specifier.split('/').at(-1)));
    expect(names.size).toBe(finds.length);
  });
});

test('delayed answers keep the order of their requests', async () => {
  const late = lateInOrder<string>(0, 5);
  const came: number[] = [];
  await Promise.all(Array.from({ length: 20 }, (_, turn) => late('one').then(() => came.push(turn))));
  expect(came).toEqual(Array.from({ length: 20 }, (_, turn) => turn));
});

test('a wrapped API passes on to the browser what it does not define', () => {
  const api = { first: () => 'first', second: () => 'second' };
  const changed = withMembers(api, { first: () => 'late' });
  api.second = () => 'later';
  expect([changed.first(), changed.second(), 'second' in changed, 'third' in changed]).toEqual([
    'late',
    'later',
    true,
    false,
  ]);
});
