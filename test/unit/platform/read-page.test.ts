import { beforeEach, expect, test, vi } from 'vitest';
import { sampleArticle } from '../fakes/sample-article.ts';

const scripting = vi.hoisted(() => ({ executeScript: vi.fn() }));
const tabs = vi.hoisted(() => ({ get: vi.fn() }));
const runtime = { getURL: (path: string) => `chrome-extension://recto/${path}` };
vi.mock('../../../src/platform/browser.ts', () => ({ browser: { scripting, tabs, runtime } }));
vi.mock('../../../src/platform/injected-scripts.ts', () => ({
  EXTRACT_SCRIPT: '/extract.js',
  READ_NOW_SCRIPT: '/read.js',
  SANITISE_SCRIPT: '/sanitise.js',
  OVERLAY_SCRIPT: '/o.js',
}));

const { readAnew, readPage } = await import('../../../src/platform/read-page.ts');

const tabAt = (url: string) => ({ id: 7, windowId: 1, url, title: 'T', incognito: false });

beforeEach(() => {
  scripting.executeScript.mockReset().mockResolvedValue([{ result: null }]);
  tabs.get.mockReset().mockResolvedValue(tabAt('https://news.example/a'));
});

test('the script is injected into the top frame, then asked with the options', async () => {
  const outcome = { ok: true, article: sampleArticle() };
  scripting.executeScript.mockResolvedValueOnce([{ result: null }]).mockResolvedValueOnce([{ result: outcome }]);
  expect(await readPage(7, { force: true })).toEqual(outcome);
  expect(scripting.executeScript.mock.calls).toEqual([
    [{ target: { tabId: 7 }, files: ['/extract.js'] }],
    [{ target: { tabId: 7 }, func: expect.any(Function), args: [{ force: true }] }],
  ]);
});

test('a reading without options takes one round trip', async () => {
  const outcome = { ok: true, article: sampleArticle() };
  scripting.executeScript.mockResolvedValueOnce([{ result: outcome }]);
  expect(await readPage(7)).toEqual(outcome);
  expect(scripting.executeScript.mock.calls).toEqual([[{ target: { tabId: 7 }, files: ['/extract.js', '/read.js'] }]]);
});

test('the article in full view is given instead of reading, unless the page itself is requested', async () => {
  const shown = { ok: true, article: sampleArticle({ title: 'With its second page' }) };
  const itself = { ok: false, error: { code: 'not-an-article', message: '' } };
  vi.stubGlobal('rectoOverlay', { shown: () => shown });
  vi.stubGlobal('rectoExtract', { read: () => itself });
  scripting.executeScript.mockImplementation(async ({ func, args }) => [{ result: func ? func(...args) : null }]);
  expect(await readPage(7, { force: true })).toEqual(shown);
  expect(await readAnew(7, {})).toEqual(itself);
  vi.unstubAllGlobals();
});

test.each([
  ['chrome://settings/', 'Cannot access a chrome:// URL', 'restricted'],
  ['https://chromewebstore.google.com/', 'The extensions gallery cannot be scripted.', 'restricted-store'],
  ['https://addons.mozilla.org/', 'Missing host permission for the tab', 'restricted-store'],
  ['file:///tmp/a.html', 'Cannot access contents of url "file:///tmp/a.html".', 'file-access'],
  ['https://news.example/a.pdf', 'Missing host permission for the tab', 'pdf'],
  ['chrome-extension://recto/src/reader/reader.html', 'Cannot access contents of the page.', 'own-page'],
  ['https://news.example/a', 'Frame with ID 0 is showing error page', 'unreadable'],
  ['', 'Cannot access a chrome:// URL', 'restricted'],
  ['', 'Missing host permission for the tab', 'unreadable'],
  ['', 'Cannot access contents of the page. Extension manifest must request permission', 'withheld'],
])('at "%s" the refusal "%s" means %s', async (url, message, code) => {
  tabs.get.mockResolvedValue(tabAt(url));
  scripting.executeScript.mockRejectedValue(new Error(message));
  expect(await readPage(7)).toEqual({ ok: false, error: { code, message } });
});

test('a failure that Firefox puts into the result is thrown', async () => {
  tabs.get.mockResolvedValue(tabAt('about:config'));
  scripting.executeScript.mockResolvedValue([{ error: new Error('Unable to load script') }]);
  expect(await readPage(7)).toMatchObject({ ok: false, error: { code: 'restricted' } });
});

test('a closed tab is reported', async () => {
  tabs.get.mockRejectedValue(new Error('No tab with id: 7'));
  scripting.executeScript.mockRejectedValue(new Error('No tab with id: 7'));
  expect(await readPage(7)).toMatchObject({ ok: false, error: { code: 'tab-gone' } });
});

test('a result of another shape is not passed on', async () => {
  scripting.executeScript.mockResolvedValue([{ result: { ok: true, article: { title: 'only a title' } } }]);
  expect(await readPage(7)).toMatchObject({ ok: false, error: { code: 'unreadable' } });
});

test('a page that does not answer within five seconds is a timeout', async () => {
  vi.useFakeTimers();
  scripting.executeScript.mockReturnValue(new Promise(() => {}));
  const outcome = readPage(7);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await outcome).toMatchObject({ ok: false, error: { code: 'timeout' } });
  vi.useRealTimers();
});
