import { afterEach, beforeEach, vi } from 'vitest';
import { type FakeBrowser, fakeBrowser } from '../fakes/fake-browser.ts';
import { fakeLibrary } from '../fakes/fake-library.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
const shared = vi.hoisted(() => ({ library: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/background/background-library.ts', () => ({ backgroundLibrary: () => shared.library }));
vi.mock('../../../src/platform/injected-scripts.ts', () => ({
  EXTRACT_SCRIPT: '/extract.js',
  READ_NOW_SCRIPT: '/read-now.js',
  READ_AHEAD_SCRIPT: '/read-ahead.js',
  TOGGLE_NOW_SCRIPT: '/toggle-now.js',
  PICTURES_SCRIPT: '/pictures.js',
  SANITISE_SCRIPT: '/sanitise.js',
  OVERLAY_SCRIPT: '/overlay.js',
  SAVE_NOTICE_SCRIPT: '/notice.js',
  WATCH_ADDRESS_SCRIPT: '/watch.js',
  PROBE_SCRIPT: '/probe.js',
}));

/** What tests of the background have before each of them: a new browser and library, and nothing started. */
interface UsedBackground {
  browser: FakeBrowser;
  library: ReturnType<typeof fakeLibrary>;
  /** Runs the background as a fresh worker, in the browser of this test or one that has less. */
  start(inBrowser?: unknown): Promise<unknown>;
  settle(): Promise<unknown>;
  /** Files of each script that was injected, in order. */
  injected(): (string[] | undefined)[];
}

/** Gives each test of a file a background to start, by a clock of its own. Read the fields inside tests. */
export function useBackground(): UsedBackground {
  const used = {
    start: (inBrowser: unknown = used.browser) => {
      api.browser = inBrowser;
      return import('../../../src/background/background.ts');
    },
    settle: () => vi.advanceTimersByTimeAsync(0),
    injected: () =>
      used.browser.scripting.executeScript.mock.calls.map(([injection]) => (injection as { files?: string[] }).files),
  } as UsedBackground;
  beforeEach(() => {
    vi.useFakeTimers();
    vi.resetModules();
    used.browser = fakeBrowser();
    used.library = fakeLibrary();
    shared.library = used.library;
  });
  afterEach(() => vi.useRealTimers());
  return used;
}
