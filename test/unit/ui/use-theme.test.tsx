// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ThemeChoice } from '../../../src/ui/apply-theme.ts';
import { useTheme } from '../../../src/ui/use-theme.ts';

const choice = (theme: ThemeChoice['theme']): ThemeChoice => ({ theme, ownPaper: '#ffffff', ownInk: '#000000' });
interface Shown {
  shown: ThemeChoice;
  general?: ThemeChoice;
  site?: { site: string; hasOwnStyle: boolean } | null;
}
const Page = ({ shown, general, site }: Shown) => {
  useTheme(shown, general, site);
  return null;
};
const show = (shown: Shown) => act(() => render(<Page {...shown} />, document.body));
const remembered = () => ({
  theme: localStorage.getItem('theme'),
  sites: Object.entries<[theme: string, style: string]>(JSON.parse(localStorage.getItem('theme.sites') ?? '{}')).map(
    ([site, [theme]]) => [site, theme],
  ),
});

beforeEach(() => localStorage.clear());
afterEach(() => act(() => render(null, document.body)));

test('a page is shown in its theme, also when that changes, and the next one begins in it', async () => {
  await show({ shown: choice('sepia') });
  expect(document.documentElement.dataset['theme']).toBe('sepia');
  await show({ shown: { ...choice('own'), ownPaper: '#123456' } });
  expect(document.documentElement.dataset['theme']).toBe('own');
  expect(document.documentElement.style.getPropertyValue('--r-own-paper')).toBe('#123456');
  expect(remembered()).toEqual({ theme: 'own', sites: [] });
});

test('the theme of one site is that of its next article, and not of another page', async () => {
  const site = { site: 'news.example', hasOwnStyle: true };
  await show({ shown: choice('dark'), general: choice('light'), site });
  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(remembered()).toEqual({ theme: 'light', sites: [['news.example', 'dark']] });
  await show({ shown: choice('black'), general: choice('light'), site });
  expect(remembered().sites).toEqual([['news.example', 'black']]);
  await show({ shown: choice('light'), general: choice('light'), site: { ...site, hasOwnStyle: false } });
  expect(remembered()).toEqual({ theme: 'light', sites: [] });
});
