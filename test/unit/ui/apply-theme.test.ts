// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { rememberSiteTheme, rememberTheme } from '../../../src/ui/apply-theme.ts';

const DARK = { theme: 'dark', ownPaper: '#ffffff', ownInk: '#000000' } as const;
const sites = () => Object.keys(JSON.parse(localStorage.getItem('theme.sites') ?? '{}'));

beforeEach(() => localStorage.clear());

test('the themes of the latest sites are remembered, and can be forgotten', () => {
  for (let at = 0; at < 310; at += 1) rememberSiteTheme(`s${at}.example`, DARK);
  rememberSiteTheme('s20.example', DARK);
  expect(sites()).toHaveLength(300);
  expect(sites().at(-1)).toBe('s20.example');
  rememberSiteTheme('s20.example', null);
  expect(sites()).not.toContain('s20.example');
});

test.each(['{', 'null', '[1]', '"text"'])("%s is not taken for a site's theme, and does not break a page", (spoilt) => {
  localStorage.setItem('theme.sites', spoilt);
  rememberSiteTheme('one.example', DARK);
  expect(sites()).toContain('one.example');
});

test('a full storage does not prevent a page from being shown', () => {
  const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  rememberTheme(DARK);
  rememberSiteTheme('one.example', DARK);
  expect(setItem).toHaveBeenCalled();
  setItem.mockRestore();
});
