import hljs from 'highlight.js/lib/core';
import { expect, test } from 'vitest';
import { fenceLanguage } from '../../../../src/exporting/markdown/fence-language.ts';
import { CODE_LANGUAGES, OTHER_NAMES } from '../../../../src/ui/parts/code-languages.ts';

const named = (name: string): string | null =>
  fenceLanguage({ querySelector: () => null, classList: [`language-${name}`] } as unknown as Element);

test('every name of a language that the reader colours is one for Markdown', () => {
  const names = Object.entries(CODE_LANGUAGES).flatMap(([name, make]) => [name, ...(make(hljs).aliases ?? [])]);
  const all = [...names, ...Object.values(OTHER_NAMES).flat()];
  expect(all.length).toBeGreaterThan(80);
  expect(all.filter((name) => named(name) === null)).toEqual([]);
});
