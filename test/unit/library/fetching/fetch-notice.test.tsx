// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from '../../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../../src/platform/browser.ts', () => api);
const { articleFetching } = await import('../../../../src/library/fetching/article-fetching.ts');
const { FetchNotice } = await import('../../../../src/library/fetching/fetch-notice.tsx');
const { createWords } = await import('../../../../src/model/words.ts');
const { RectoError } = await import('../../../../src/model/errors/recto-error.ts');
const { keepFetchRun } = await import('../../../../src/platform/fetch-run.ts');
const { WordsProvider } = await import('../../../../src/ui/list/words-context.ts');
type ArticleFetching = ReturnType<typeof articleFetching>;

let root: HTMLElement;

function show(fetching: ArticleFetching): void {
  root = document.body.appendChild(document.createElement('div'));
  render(
    <WordsProvider value={createWords((key) => (key === 'localeTag' ? 'en' : key), 'en')}>
      <FetchNotice fetching={fetching} />
    </WordsProvider>,
    root,
  );
}
afterEach(() => {
  render(null, root);
  root.remove();
});

const press = (label: string) =>
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click();
const alert = () => root.querySelector('[role=alert]')?.textContent ?? '';

test.each([
  ['paused', 'fetchResume', 'resume'],
  ['paused', 'fetchStop', 'stop'],
  ['running', 'fetchPause', 'pause'],
  ['no-access', 'permissionAllow', 'begin'],
  ['unanswered', 'listTryAgain', 'resume'],
] as const)('while fetching is %s, %s shows why it failed until it is pressed again', async (phase, label, action) => {
  const run = vi.fn<() => Promise<void>>();
  run.mockRejectedValueOnce(new RectoError('quota')).mockResolvedValueOnce(undefined);
  show({
    status: () => ({ phase, left: 3, done: 1, kept: 1, error: null }),
    watch: () => undefined,
    [action]: run,
  } as Partial<ArticleFetching> as ArticleFetching);
  press(label);
  await vi.waitFor(() => expect(alert()).toContain('errorNext_quota'));
  press(label);
  await vi.waitFor(() => expect(alert()).toBe(''));
  expect(run).toHaveBeenCalledTimes(2);
});

test('the button that pauses has the focus still when it has become the one that goes on', async () => {
  let phase: 'running' | 'paused' = 'running';
  let changed = (): void => undefined;
  show({
    status: () => ({ phase, left: 3, done: 1, kept: 1, error: null }),
    watch: (listener) => {
      changed = listener;
    },
    pause: async () => {
      phase = 'paused';
      changed();
    },
  } as Partial<ArticleFetching> as ArticleFetching);
  await new Promise(requestAnimationFrame);
  root.querySelector('button')?.focus();
  press('fetchPause');
  await vi.waitFor(() => expect(root.textContent).toContain('fetchResume'));
  expect(document.activeElement?.textContent).toBe('fetchResume');
});

test.each([
  ['running', 'fetchWorking', 'off'],
  ['paused', 'fetchPaused', undefined],
] as const)('screen readers hear that fetching is %s, and not of each page', (phase, text, live) => {
  const status = () => ({ phase, left: 3, done: 1, kept: 1, error: null });
  show({ status, watch: () => undefined } as Partial<ArticleFetching> as ArticleFetching);
  const said = [...root.querySelectorAll('p')].find(({ textContent }) => textContent === text);
  expect(said?.closest('[role=status]')).not.toBeNull();
  expect(said?.getAttribute('aria-live') ?? undefined).toBe(live);
});

test('fetching that cannot continue because the library does not open says so, and can be tried again', async () => {
  api.browser = fakeBrowser();
  await keepFetchRun({ startedAt: 1, paused: false });
  const database = vi.fn(async (): Promise<never> => {
    throw new RectoError('storage-unavailable');
  });
  show(articleFetching({ database, close: () => undefined, forget: async () => undefined }));
  await vi.waitFor(() => expect(alert()).toContain('error_storage_unavailable'));
  const tries = database.mock.calls.length;
  press('listTryAgain');
  await vi.waitFor(() => expect(database.mock.calls.length).toBeGreaterThan(tries));
  expect(alert()).toContain('error_storage_unavailable');
});
