// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownTheme } from '../../../src/model/settings/own-theme.ts';

const SCRIPT = readFileSync('public/early-theme.js', 'utf8');

/** Runs the script of a page that has no body's content yet, with what is kept; resolves once the answer is there. */
async function paintEarly(kept: Record<string, unknown>): Promise<CSSStyleDeclaration> {
  const answer = Promise.resolve(kept);
  new Function('chrome', SCRIPT)({ storage: { local: { get: () => answer } } });
  await answer;
  return document.documentElement.style;
}

test.each([
  ['#0b1d2a', '#e8e8e8'],
  ['#777777', '#000000'],
  ['#757575', '#ffffff'],
  ['#fff4d6', '#222222'],
])('own colours come with the scheme and the pictures that go with their paper: %s', async (paper, ink) => {
  // Of colours that were there before nothing may be left.
  localStorage.setItem('theme.style', '--r-own-scheme: none; --r-own-filter: none-of-these;');
  const style = await paintEarly({
    'settings.theme': 'own',
    'settings.ownPaper': paper,
    'settings.ownInk': ink,
  });
  const { scheme, filter } = ownTheme(paper, ink);
  expect(document.documentElement.dataset['theme']).toBe('own');
  expect(style.getPropertyValue('--r-own-paper')).toBe(paper);
  expect(style.getPropertyValue('--r-own-scheme')).toBe(scheme);
  expect(style.getPropertyValue('--r-own-filter')).toBe(filter);
});
