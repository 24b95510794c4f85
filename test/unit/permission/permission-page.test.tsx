// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import type { Translate } from '../../../src/model/message-key.ts';
import { parseReaderSettings } from '../../../src/model/settings/reader-settings.ts';
import { createWords } from '../../../src/model/words.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';
import { heldAnswers } from '../fakes/held-answers.ts';

const requestAccess = vi.fn(async (): Promise<boolean> => Promise.reject(new Error('only from a user gesture')));
vi.mock('../../../src/platform/browser.ts', () => ({ browser: fakeBrowser() }));
const nothing = async () => undefined;
const dropWish = vi.fn(nothing);
const closeOwnTab = vi.fn(nothing);
const noteAnswer = vi.fn(async (_id: string, _allowed: boolean) => undefined);
vi.mock('../../../src/platform/host-access.ts', () => ({ requestAccess }));
vi.mock('../../../src/platform/waiting-wishes.ts', () => ({ dropWish, noteAnswer }));
vi.mock('../../../src/platform/active-tab.ts', () => ({ closeOwnTab }));
const { SETTINGS_SOURCE } = await import('../../../src/platform/settings-source.ts');
const { PermissionPage } = await import('../../../src/permission/permission-page.tsx');

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));

test('a request that the browser refuses to show counts as refused', async () => {
  const wish = { kind: 'fetch-articles', origins: ['*://*/*'] } as const;
  const props = { id: '1', initialSettings: parseReaderSettings({}), words: createWords(keyed, 'en') };
  render(<PermissionPage {...props} wish={{ ...wish, origins: [...wish.origins] }} />, document.body);
  const [allow] = document.querySelectorAll('button');
  allow?.click();
  await vi.waitFor(() => expect(document.querySelector('[role=status]')?.textContent).toBe('permissionRefused'));
});

test('the page follows a theme that is set in another page meanwhile', async () => {
  const props = { id: '1', wish: null, initialSettings: parseReaderSettings({}), words: createWords(keyed, 'en') };
  act(() => render(<PermissionPage {...props} />, document.body));
  await act(() => SETTINGS_SOURCE.write({ theme: 'sepia' }));
  await vi.waitFor(() => expect(document.documentElement.dataset['theme']).toBe('sepia'));
});

test('a tab that cannot be closed says so, whichever answer was given, and also when nothing is asked', async () => {
  const props = { id: '1', initialSettings: parseReaderSettings({}), words: createWords(keyed, 'en') };
  const wish = { kind: 'fetch-articles' as const, origins: ['*://*/*'] };
  closeOwnTab.mockRejectedValue(new Error('Tabs cannot be edited right now.'));
  requestAccess.mockResolvedValue(true);
  dropWish.mockRejectedValue(new Error('not now'));
  for (const [asked, press] of [
    [wish, 0],
    [wish, 1],
    [null, 0],
  ] as const) {
    render(null, document.body);
    render(<PermissionPage {...props} wish={asked} />, document.body);
    document.querySelectorAll('button')[press]?.click();
    await vi.waitFor(() => expect(document.querySelector('[role=status]')?.textContent).toBe('permissionNotClosed'));
    // What was answered is not asked any more: another answer would do nothing.
    expect(document.querySelector('h1')?.textContent).toBe('permissionNothing');
    expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['readerClose']);
  }
});

test.each([
  ['yes where the browser gives the access', true, [true]],
  ['no where it does not', false, [true, false]],
])('the answer is noted before the browser asks, and stays %s', async (_what, granted, noted) => {
  noteAnswer.mockClear();
  closeOwnTab.mockReset();
  const props = { id: '1', initialSettings: parseReaderSettings({}), words: createWords(keyed, 'en') };
  const asks = heldAnswers<unknown[], boolean>();
  requestAccess.mockImplementation(asks.call);
  render(null, document.body);
  render(<PermissionPage {...props} wish={{ kind: 'fetch-articles', origins: ['*://*/*'] }} />, document.body);
  document.querySelector('button')?.click();
  expect(noteAnswer.mock.calls).toEqual([['1', true]]);
  await asks.calls[0]?.answer(granted);
  // The page goes once it was answered, too.
  dispatchEvent(new Event('pagehide'));
  expect(noteAnswer.mock.calls).toEqual(noted.map((allowed) => ['1', allowed]));
  expect(closeOwnTab).toHaveBeenCalledTimes(granted ? 1 : 0);
});

test('a tab that is closed while the browser still asks has given no answer', async () => {
  noteAnswer.mockClear();
  const props = { id: '1', initialSettings: parseReaderSettings({}), words: createWords(keyed, 'en') };
  requestAccess.mockImplementation(() => new Promise(() => undefined));
  render(null, document.body);
  render(<PermissionPage {...props} wish={{ kind: 'fetch-articles', origins: ['*://*/*'] }} />, document.body);
  document.querySelector('button')?.click();
  dispatchEvent(new Event('pagehide'));
  expect(noteAnswer.mock.lastCall).toEqual(['1', false]);
});

test('what the browser refused is not told while it asks again, and is told anew when it refuses again', async () => {
  const props = { id: '1', initialSettings: parseReaderSettings({}), words: createWords(keyed, 'en') };
  const asks = heldAnswers<unknown[], boolean>();
  requestAccess.mockImplementation(asks.call);
  render(null, document.body);
  render(<PermissionPage {...props} wish={{ kind: 'fetch-articles', origins: ['*://*/*'] }} />, document.body);
  const told = () => document.querySelector('[role=status]')?.textContent;
  for (const at of [0, 1]) {
    document.querySelector('button')?.click();
    await vi.waitFor(() => expect(told()).toBe('permissionTakeBack'));
    await asks.calls[at]?.answer(false);
    await vi.waitFor(() => expect(told()).toBe('permissionRefused'));
  }
});
