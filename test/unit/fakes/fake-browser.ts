import { vi } from 'vitest';
import { FakeEvent } from './fake-event.ts';
import { FakeStorageArea } from './fake-storage-area.ts';

export interface FakeTab {
  id: number;
  windowId: number;
  url: string;
  title: string;
  incognito: boolean;
  active: boolean;
}

export const fakeTab = (changes: Partial<FakeTab> = {}): FakeTab => ({
  id: 7,
  windowId: 1,
  url: 'https://news.example/2026/harbour',
  title: 'The harbour at night',
  incognito: false,
  active: true,
  ...changes,
});

interface FakeScript {
  id: string;
  matches: string[];
  js: string[];
}

/** Optional access to sites; `grant` and `revoke` stand for the person. */
function fakePermissions() {
  const granted = new Set<string>();
  const onAdded = new FakeEvent<[{ origins: string[] }]>();
  const onRemoved = new FakeEvent<[{ origins: string[] }]>();
  return {
    onAdded,
    onRemoved,
    contains: vi.fn(async ({ origins }: { origins: string[] }) =>
      origins.every((origin) => granted.has(origin) || granted.has('*://*/*')),
    ),
    getAll: vi.fn(async () => ({ origins: [...granted] })),
    grant(origin: string) {
      granted.add(origin);
      onAdded.fire({ origins: [origin] });
    },
    revoke(origin: string) {
      granted.delete(origin);
      onRemoved.fire({ origins: [origin] });
    },
  };
}

/** The WebExtension API as the background uses it. Calls are recorded; tests decide what they give. */
export function fakeBrowser() {
  const tabs = new Map<number, FakeTab>([[7, fakeTab()]]);
  let scripts: FakeScript[] = [];
  const local = new FakeStorageArea();
  const changed = new FakeEvent<[Record<string, unknown>, string]>();
  local.onChanged.addListener((changes) => changed.fire(changes, 'local'));
  return {
    fakeTabs: tabs,
    runtime: {
      id: 'recto',
      getURL: (path: string) => `chrome-extension://recto/${path}`,
      onInstalled: new FakeEvent<[{ reason: string }]>(),
      onStartup: new FakeEvent<[]>(),
      onConnect: new FakeEvent<[{ name: string; onDisconnect: FakeEvent<[]> }]>(),
      onMessage: new FakeEvent<[unknown, unknown, (reply: unknown) => void]>(),
    },
    commands: {
      onCommand: new FakeEvent<[string, FakeTab?]>(),
      getAll: vi.fn(async () => [{ name: 'toggle-reader', shortcut: 'Alt+R' }]),
    },
    contextMenus: {
      onClicked: new FakeEvent<[Record<string, unknown>, FakeTab?]>(),
      create: vi.fn(),
      removeAll: vi.fn(async () => undefined),
    },
    action: {
      onClicked: new FakeEvent<[FakeTab]>(),
      setIcon: vi.fn(async (_details: { tabId: number; path: Record<string, string> }) => undefined),
      setPopup: vi.fn(async (_details: { tabId?: number; popup: string }) => undefined),
      setTitle: vi.fn(async (_details: { tabId: number; title: string }) => undefined),
      setBadgeText: vi.fn(async (_details: { tabId: number; text: string }) => undefined),
      setBadgeBackgroundColor: vi.fn(async () => undefined),
      openPopup: vi.fn(async () => undefined),
    },
    scripting: {
      executeScript: vi.fn(async (_injection: unknown): Promise<unknown[]> => [{ result: null }]),
      getRegisteredContentScripts: vi.fn(async () => [...scripts]),
      registerContentScripts: vi.fn(async (added: FakeScript[]) => void scripts.push(...added)),
      unregisterContentScripts: vi.fn(async ({ ids }: { ids: string[] }) => {
        scripts = scripts.filter(({ id }) => !ids.includes(id));
      }),
    },
    permissions: fakePermissions(),
    tabs: {
      get: vi.fn(async (id: number) => tabs.get(id) ?? Promise.reject(new Error(`No tab with id: ${id}.`))),
      query: vi.fn(async (_wanted?: { url?: string }): Promise<FakeTab[]> => []),
      create: vi.fn(async ({ url }: { url: string }) => fakeTab({ id: 99, url })),
      update: vi.fn(async () => undefined),
    },
    windows: {
      getAll: vi.fn(async () => [{ id: 1, focused: true, incognito: false }]),
      update: vi.fn(async () => undefined),
      create: vi.fn(async () => undefined),
    },
    storage: { local, session: new FakeStorageArea(), onChanged: changed },
    i18n: { getMessage: (key: string, values: string[] = []) => [key, ...values].join(' '), getUILanguage: () => 'en' },
  };
}

export type FakeBrowser = ReturnType<typeof fakeBrowser>;
