import { afterEach, expect, test, vi } from 'vitest';
import { wrongOverride } from '../../../scripts/find-browser.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['nothing there', '/no/such/browser', 'RECTO_CHROMIUM=/no/such/browser names no program that can be started.'],
  ['a folder', import.meta.dirname, `RECTO_CHROMIUM=${import.meta.dirname} names no program that can be started.`],
  ['a file that is no program', import.meta.filename, expect.stringContaining('names no program')],
  ['a program', process.execPath, null],
  ['nothing', '', null],
])('a browser that the environment names is looked for: %s', (_what, path, said) => {
  vi.stubEnv('RECTO_CHROMIUM', path);
  expect(wrongOverride('chromium')).toEqual(said);
  expect(wrongOverride('firefox')).toBeNull();
});
