// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from '../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/welcome/try-it.tsx', () => ({ TryIt: () => null }));

test('the page is shown also when the browser tells neither keys nor settings', async () => {
  const browser = fakeBrowser();
  browser.i18n.getMessage = (key) => (key === 'localeTag' ? 'en' : key);
  browser.commands.getAll.mockRejectedValue(new Error('not now'));
  vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('not now'));
  api.browser = browser;
  await import('../../../src/welcome/welcome.tsx');
  expect(document.querySelector('h1')?.textContent).toBe('firstHeading');
  expect(document.querySelector('.link-button')?.textContent).toBe('firstKeySet');
});
