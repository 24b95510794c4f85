import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from '../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/platform/translate.ts', () => ({ wordsScripts: () => [] }));
vi.mock('../../../src/platform/injected-scripts.ts', () => ({
  EXTRACT_SCRIPT: '/extract.js',
  SANITISE_SCRIPT: '/sanitise.js',
  OVERLAY_SCRIPT: '/overlay.js',
  TOGGLE_NOW_SCRIPT: '/toggle-now.js',
}));
const { toggleOverlay } = await import('../../../src/platform/overlay-in-tab.ts');

afterEach(() => void vi.useRealTimers());

function useScripting(executeScript: () => Promise<unknown>) {
  const browser = fakeBrowser();
  const insertCSS = vi.fn(async (_injection: unknown) => undefined);
  Object.assign(browser.scripting, { executeScript: vi.fn(executeScript), insertCSS });
  api.browser = browser;
  return insertCSS;
}

test('a page too busy to begin is asked for the rule of printing, too: it opens full view once nobody waits for it', async () => {
  vi.useFakeTimers();
  const insertCSS = useScripting(() => new Promise(() => undefined));
  const toggling = toggleOverlay(7);
  await vi.advanceTimersByTimeAsync(6000);
  expect(await toggling).toMatchObject({ ok: false, error: { code: 'timeout' } });
  expect(insertCSS).toHaveBeenCalledExactlyOnceWith({
    target: { tabId: 7 },
    css: expect.stringMatching(/^@media print\{/),
    origin: 'USER',
  });
});

test('full view opens where the rule of printing cannot be put in', async () => {
  const insertCSS = useScripting(async () => [{ result: { ok: true, open: true } }]);
  insertCSS.mockRejectedValue(new Error('refused'));
  expect(await toggleOverlay(7)).toEqual({ ok: true, open: true });
});
