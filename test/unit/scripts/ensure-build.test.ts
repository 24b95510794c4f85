import { expect, test } from 'vitest';
import { withoutKnownWarnings } from '../../../scripts/ensure-build.ts';

const KNOWN = '\n WARN  inlineDynamicImports option is ignored because codeSplitting: false is set.\n\n';

test('a build that brings about nothing but the warning of its plugin says nothing', () => {
  expect(withoutKnownWarnings(KNOWN + KNOWN)).toBe('');
  expect(withoutKnownWarnings('')).toBe('');
});

test('what else a build says is passed on', () => {
  const said = withoutKnownWarnings(`${KNOWN}src/popup/popup.tsx (3:1): "x" is not exported\n  at 3:1\n`);
  expect(said.trim()).toBe('src/popup/popup.tsx (3:1): "x" is not exported\n  at 3:1');
});
