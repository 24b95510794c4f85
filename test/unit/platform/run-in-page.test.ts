import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import { fakeBrowser, fakeTab } from '../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
const { callInFrame, explainFailure, frameResult, injectFiles } = await import('../../../src/platform/run-in-page.ts');

let browser: ReturnType<typeof fakeBrowser>;
const NO_ACCESS = new Error('Cannot access contents of the page. Extension manifest must request permission.');

beforeEach(() => {
  vi.useFakeTimers();
  browser = fakeBrowser();
  api.browser = browser;
});
afterEach(() => void vi.useRealTimers());

test('a grant that comes a moment after the command is waited for', async () => {
  const { executeScript } = browser.scripting;
  executeScript.mockRejectedValueOnce(NO_ACCESS).mockRejectedValueOnce(NO_ACCESS);
  executeScript.mockResolvedValueOnce([{ result: 'read' }]);
  const reading = injectFiles(7, ['/extract.js']);
  await vi.advanceTimersByTimeAsync(24);
  expect(executeScript).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(26);
  expect(await reading).toBe('read');
  expect(executeScript).toHaveBeenCalledTimes(3);
});

test('a page that stays closed is tried for a moment only, and one that is closed for another reason once', async () => {
  const { executeScript } = browser.scripting;
  executeScript.mockRejectedValue(NO_ACCESS);
  const refused = injectFiles(7, ['/extract.js']).catch((thrown: unknown) => thrown);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await refused).toBe(NO_ACCESS);
  expect(executeScript).toHaveBeenCalledTimes(4);
  executeScript.mockReset().mockRejectedValue(new Error('Cannot access a chrome:// URL'));
  await expect(injectFiles(7, ['/extract.js'])).rejects.toThrow('chrome:');
  expect(executeScript).toHaveBeenCalledOnce();
});

test('a function runs in the frame that is named, else in the top one', async () => {
  const targets = () =>
    browser.scripting.executeScript.mock.calls.map(([call]) => (call as { target: unknown }).target);
  await callInFrame({ tabId: 7, frameId: 0 }, () => 1);
  await callInFrame({ tabId: 7, frameId: undefined }, () => 1);
  expect(targets()).toEqual([{ tabId: 7, frameIds: [0] }, { tabId: 7 }]);
});

test('what a script threw in Firefox is thrown, and no frame at all means that the page is gone', () => {
  const failure = new Error('not loaded');
  expect(() => frameResult([{ error: failure }])).toThrow(failure);
  expect(frameResult([{ result: 5, error: null }])).toBe(5);
  for (const none of [[], null, undefined])
    expect(() => frameResult(none)).toThrow(expect.objectContaining({ code: 'tab-gone' }));
});

/** Why a script could not run in a tab at this address; null where the browser withholds that. */
async function reasonAt(url: string | null, thrown: unknown) {
  browser.fakeTabs.set(7, fakeTab({ url: url ?? '' }));
  return (await explainFailure(7, thrown)).code;
}

test.each<[string | null, string, string]>([
  ['https://news.example/', 'Cannot access contents of the page', 'unreadable'],
  [null, 'Cannot access contents of the page', 'withheld'],
  ['https://news.example/', 'The extensions gallery cannot be scripted.', 'restricted-store'],
  ['https://news.example/', 'Cannot access a chrome-extension:// URL of different extension', 'other-extension'],
  ['https://news.example/', 'Cannot access a chrome:// URL', 'restricted'],
  ['chrome://settings/', 'whatever', 'restricted'],
])('at %s the browser’s "%s" means %s', async (url, message, code) => {
  expect(await reasonAt(url, new Error(message))).toBe(code);
});

test('a page without frames is closed to extensions where its address is withheld, else it went away', async () => {
  const noFrame = new RectoError('tab-gone', 'no frame');
  expect(await reasonAt(null, noFrame)).toBe('restricted');
  expect(await reasonAt('https://news.example/', noFrame)).toBe('tab-gone');
  browser.fakeTabs.delete(7);
  expect((await explainFailure(7, new Error('No tab with id: 7.'))).code).toBe('tab-gone');
});

test('an error that is known already keeps its code', async () => {
  expect(await reasonAt('chrome://settings/', new RectoError('timeout', 'busy'))).toBe('timeout');
});
