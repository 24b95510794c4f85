// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
api.browser = fakeBrowser();
const { fetchStanding } = await import('../../../src/library/fetching/fetch-standing.ts');
const { FetchOffer } = await import('../../../src/library/import-settings.tsx');

const nothing = async () => undefined;
const words = createWords((key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' ')), 'en');
const told = () => document.querySelector('[role=status]')?.textContent;
afterEach(() => act(() => render(null, document.body)));

/** Draws the offer over a run that has ended, each of its pages kept as an article or not. */
async function drawEnded(outcomes: readonly boolean[]) {
  const standing = fetchStanding();
  const actions = { count: nothing, begin: nothing, pause: nothing, resume: nothing, stop: nothing };
  const offer = <FetchOffer fetching={{ ...standing, ...actions }} />;
  await act(() => render(<WordsProvider value={words}>{offer}</WordsProvider>, document.body));
  expect(told()).toBe('');
  await act(() => standing.tell({ phase: 'running', left: outcomes.length, done: 0, kept: 0 }));
  for (const isKept of outcomes) standing.settled(isKept);
  await act(() => standing.tell({ phase: 'off' }));
}

test('after fetching the number of articles is shown, and where to see why others failed', async () => {
  await drawEnded([true, false, true]);
  expect(told()).toBe('fetchDone 2 3 fetchDoneWhy');
});

test('after fetching all articles there is nothing more to look at', async () => {
  await drawEnded([true, true]);
  expect(told()).toBe('fetchDone 2 2');
});
