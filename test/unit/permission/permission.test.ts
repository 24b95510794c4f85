// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from '../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);

test('a wish that cannot be read shows the reason and a way to try again, not a blank page', async () => {
  const browser = fakeBrowser();
  browser.i18n.getMessage = (key) => (key === 'localeTag' ? 'en' : key);
  vi.spyOn(browser.storage.session, 'get').mockRejectedValue(new Error('not now'));
  api.browser = browser;
  await import('../../../src/permission/permission.tsx');
  expect(document.querySelector('h1')?.textContent).toBe('error_unexpected');
  expect(document.body.textContent).toContain('errorNext_unexpected');
  const buttons = [...document.querySelectorAll('button')];
  expect(buttons.map(({ textContent }) => textContent)).toEqual(['listTryAgain', 'readerClose']);
});
