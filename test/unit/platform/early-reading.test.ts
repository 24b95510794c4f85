import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sampleArticle } from '../fakes/sample-article.ts';

const api = vi.hoisted(() => ({
  tabs: { query: vi.fn(), get: vi.fn() },
  scripting: { executeScript: vi.fn() },
  runtime: { getURL: (path: string) => `chrome-extension://recto/${path}` },
}));
vi.stubGlobal('chrome', api);
vi.stubGlobal('location', { hash: '' });
vi.mock('../../../src/platform/browser.ts', () => ({ browser: api }));
vi.mock('../../../src/content/extract.iife.ts?script', () => ({ default: 'src/content/extract.iife.js' }));
vi.mock('../../../src/content/code-part.iife.ts?script', () => ({ default: 'c.js' }));
vi.mock('../../../src/content/formulas-part.iife.ts?script', () => ({ default: 'f.js' }));
vi.mock('../../../src/content/copying-part.iife.ts?script', () => ({ default: 'y.js' }));
vi.mock('../../../src/content/probe.iife.ts?script', () => ({ default: 'p.js' }));
vi.mock('../../../src/content/highlights-part.iife.ts?script', () => ({ default: 'h.js' }));
vi.mock('../../../src/content/keep-pictures.iife.ts?script', () => ({ default: 'k.js' }));
vi.mock('../../../src/content/overlay.iife.tsx?script', () => ({ default: 'o.js' }));
vi.mock('../../../src/content/sanitise.iife.ts?script', () => ({ default: 's.js' }));
vi.mock('../../../src/content/save-notice.iife.ts?script', () => ({ default: 'n.js' }));
vi.mock('../../../src/content/watch-address.iife.ts?script', () => ({ default: 'w.js' }));

const { readPage, takeEarlyReading } = await import('../../../src/platform/read-page.ts');

const TAB = { id: 7, windowId: 1, url: 'https://news.example/a', title: 'A', incognito: false };
const outcome = { ok: true, article: sampleArticle() };
const { executeScript } = api.scripting;

async function begin() {
  vi.resetModules();
  await import('../../../src/platform/early-reading.ts');
  return takeEarlyReading();
}

beforeEach(() => {
  Reflect.deleteProperty(globalThis, 'rectoEarlyReading');
  api.tabs.query.mockReset().mockResolvedValue([TAB]);
  executeScript.mockReset().mockResolvedValue([{ result: outcome }]);
});

test('reads the page with the very files that readPage injects, once', async () => {
  const { tab, frames } = await begin();
  expect(await readPage(tab?.id ?? 0, {}, frames)).toEqual(outcome);
  expect(executeScript).toHaveBeenCalledTimes(1);
  await readPage(7);
  expect(executeScript.mock.calls[1]).toEqual(executeScript.mock.calls[0]);
});

describe('when the background has had the page read', () => {
  beforeEach(() => vi.stubGlobal('location', { hash: '#ahead' }));
  afterEach(() => vi.stubGlobal('location', { hash: '' }));

  test('takes the result', async () => {
    const { tab, frames } = await begin();
    expect(await readPage(tab?.id ?? 0, {}, frames)).toEqual(outcome);
    expect(executeScript.mock.calls.map(([{ files }]) => files)).toEqual([['/injected/take-ahead.js']]);
  });

  test('reads the page when there is no result', async () => {
    executeScript.mockResolvedValueOnce([{ result: null }]);
    const { tab, frames } = await begin();
    expect(await readPage(tab?.id ?? 0, {}, frames)).toEqual(outcome);
    expect(executeScript.mock.calls.map(([{ files }]) => files)).toEqual([
      ['/injected/take-ahead.js'],
      ['/src/content/extract.iife.js', '/injected/read-now.js'],
    ]);
  });
});

test('a reading that was refused too early is tried again', async () => {
  executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page.'));
  const { frames } = await begin();
  expect(await readPage(7, {}, frames)).toEqual(outcome);
  expect(executeScript).toHaveBeenCalledTimes(2);
});

test('without the script the tab is queried', async () => {
  expect(await takeEarlyReading()).toMatchObject({ tab: { id: 7, title: 'A' }, frames: null });
});

test('a window without a tab has nothing to read', async () => {
  api.tabs.query.mockResolvedValue([]);
  expect(await begin()).toEqual({ tab: null, frames: null });
  expect(executeScript).not.toHaveBeenCalled();
});
