import { beforeEach, expect, test, vi } from 'vitest';

const api = vi.hoisted(() => ({ browser: {} as unknown, isOverlayOpen: vi.fn() }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/platform/overlay-in-tab.ts', () => api);
vi.mock('../../../src/platform/injected-scripts.ts', () => ({}));

const { listenForUpdate } = await import('../../../src/background/listen-for-install.ts');

const reload = vi.fn();
/** The windows of Recto, the background's own among them. */
const views: unknown[] = [];
const listeners: (() => void)[] = [];
const offerUpdate = (): void => {
  for (const listener of listeners) listener();
};

beforeEach(() => {
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('location', { protocol: 'moz-extension:' });
  views.splice(0, views.length, globalThis);
  listeners.length = 0;
  reload.mockReset();
  api.isOverlayOpen.mockReset().mockResolvedValue(false);
  api.browser = {
    runtime: {
      reload,
      onUpdateAvailable: { addListener: (listener: () => void) => listeners.push(listener) },
    },
    extension: { getViews: () => views },
    tabs: { query: async () => [{ id: 3 }, { id: 7 }] },
  };
  listenForUpdate();
});

/** All that follows one tab's answer has run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('an update is installed when nothing of Recto is open', async () => {
  offerUpdate();
  await expect.poll(() => reload.mock.calls).toHaveLength(1);
});

test('it waits while a page of Recto is open', async () => {
  views.push({});
  offerUpdate();
  await settle();
  expect(reload).not.toHaveBeenCalled();
});

test('it waits while full view is open in any tab', async () => {
  api.isOverlayOpen.mockImplementation(async (id: number) => id === 7);
  offerUpdate();
  await settle();
  expect(reload).not.toHaveBeenCalled();
});

test('it waits, too, when a page of Recto was opened while tabs were asked for full view', async () => {
  const waiting: ((isOpen: boolean) => void)[] = [];
  api.isOverlayOpen.mockImplementation(() => new Promise((resolve) => waiting.push(resolve)));
  offerUpdate();
  await expect.poll(() => waiting).toHaveLength(2);
  views.push({});
  for (const answer of waiting) answer(false);
  await settle();
  expect(reload).not.toHaveBeenCalled();
});
