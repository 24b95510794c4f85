// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import type { RectoOverlay } from '../../../../src/model/recto-overlay.ts';
import { parseReaderSettings } from '../../../../src/model/settings/reader-settings.ts';
import { NO_SITE_SETTINGS } from '../../../../src/model/settings/site-settings.ts';
import type { Picked } from '../../../../src/ui/parts/picking/pick-block.ts';

const fakes = vi.hoisted(() => ({
  loadInjectedPart: vi.fn(),
  openOverlay: vi.fn(),
  changeSiteSettings: vi.fn(),
}));
vi.mock('../../../../src/content/part-scope.ts', () => ({ loadInjectedPart: fakes.loadInjectedPart }));
vi.mock('../../../../src/content/overlay/overlay-session.tsx', () => ({ openOverlay: fakes.openOverlay }));
vi.mock('../../../../src/platform/site-settings.ts', () => ({ changeSiteSettings: fakes.changeSiteSettings }));
vi.mock('../../../../src/platform/settings-source.ts', () => ({ readSettings: async () => parseReaderSettings({}) }));
vi.mock('../../../../src/platform/translate.ts', () => ({ translate: String, interfaceLanguage: () => 'en' }));
vi.mock('../../../../src/platform/read-site.ts', () => ({
  readSite: async () => ({ name: 'news.example', settings: NO_SITE_SETTINGS }),
}));

interface Opened {
  unkept: Map<string, unknown>;
  block?: string | null;
  problem?: string | null;
  onPick(): Promise<void>;
  onClosed(): void;
}
const opened = (): Opened => fakes.openOverlay.mock.lastCall?.[0] as Opened;
let finish: (picked: Picked) => void;
let pickers: number;
let shown: Promise<void>;

async function overlay(): Promise<RectoOverlay> {
  await import('../../../../src/content/overlay.iife.tsx');
  if (!globalThis.rectoOverlay) throw new Error('not defined');
  return globalThis.rectoOverlay;
}

beforeEach(() => {
  vi.resetModules();
  vi.resetAllMocks();
  Reflect.deleteProperty(globalThis, 'rectoOverlay');
  Reflect.set(globalThis, 'rectoExtract', {});
  pickers = 0;
  shown = Promise.resolve();
  fakes.changeSiteSettings.mockResolvedValue(undefined);
  fakes.openOverlay.mockImplementation((options: Opened) => ({ shown, close: () => options.onClosed() }));
  fakes.loadInjectedPart.mockResolvedValue(() => {
    pickers += 1;
    const done = new Promise<Picked>((resolve) => {
      finish = resolve;
    });
    return { done, cancel: () => finish(undefined) };
  });
});

test('two quick picks start one picker, and then one overlay', async () => {
  const { toggle } = await overlay();
  await Promise.all([toggle({ pick: true }), toggle({ pick: true })]);
  expect(pickers).toBe(1);
  finish('div.story');
  await vi.waitFor(() => expect(opened()).toMatchObject({ block: 'div.story' }));
  expect(fakes.openOverlay).toHaveBeenCalledTimes(1);
});

test('a toggle before the picker is there cancels it, and one afterwards ends the picking', async () => {
  const { toggle, isOpen } = await overlay();
  const asked = toggle({ pick: true });
  await toggle();
  await asked;
  expect(pickers).toBe(0);
  await toggle({ pick: true });
  await toggle();
  expect(pickers).toBe(1);
  await toggle();
  expect(isOpen()).toBe(true);
  expect(fakes.openOverlay).toHaveBeenCalledTimes(1);
});

test('closing the overlay before the picker is there cancels the picking', async () => {
  const { toggle } = await overlay();
  await toggle();
  const asked = opened().onPick();
  await Promise.resolve();
  opened().onClosed();
  await asked;
  expect(pickers).toBe(0);
});

test('a choice that cannot be stored is used all the same, and the reader says so', async () => {
  fakes.changeSiteSettings.mockRejectedValue(new RectoError('quota'));
  const { toggle } = await overlay();
  await toggle({ pick: true });
  finish('div.story');
  await vi.waitFor(() => expect(opened()).toMatchObject({ block: 'div.story', problem: 'quota' }));
});

test('a picker that does not arrive is reported, and an open overlay stays as it was', async () => {
  fakes.loadInjectedPart.mockRejectedValue(new RectoError('no-answer'));
  const { toggle, isOpen } = await overlay();
  expect(await toggle({ pick: true })).toMatchObject({ ok: false, error: { code: 'no-answer' } });
  await toggle();
  await expect(opened().onPick()).rejects.toMatchObject({ code: 'no-answer' });
  expect(isOpen()).toBe(true);
});

test('an overlay that does not come after picking is not taken for open', async () => {
  const { toggle, isOpen } = await overlay();
  await toggle({ pick: true });
  shown = Promise.reject(new RectoError('unexpected'));
  finish('div.story');
  await vi.waitFor(() => expect(fakes.openOverlay).toHaveBeenCalledTimes(1));
  await vi.waitFor(() => expect(isOpen()).toBe(false));
});

test('the reader that opens by itself closes neither the reader nor the picker that the user has opened meanwhile', async () => {
  const { toggle, isOpen } = await overlay();
  await toggle();
  expect(await toggle({ onlyArticle: true })).toEqual({ ok: true, open: true });
  expect(isOpen()).toBe(true);
  await toggle({ pick: true });
  await toggle({ onlyArticle: true });
  finish('main');
  await vi.waitFor(() => expect(opened().block).toBe('main'));
});

test('what was hidden of a page that is not saved stays hidden while the article is picked, and not once full view was left', async () => {
  const { toggle } = await overlay();
  await toggle();
  opened().unkept.set('/a', 'a block');
  await opened().onPick();
  finish(undefined);
  await vi.waitFor(() => expect(fakes.openOverlay).toHaveBeenCalledTimes(2));
  expect([...opened().unkept]).toEqual([['/a', 'a block']]);
  await toggle();
  await toggle();
  expect(fakes.openOverlay).toHaveBeenCalledTimes(3);
  expect([...opened().unkept]).toEqual([]);
});

test('what was hidden is shown again once full view was left while the picker was on its way', async () => {
  const { toggle } = await overlay();
  await toggle();
  opened().unkept.set('/a', 'a block');
  const asked = opened().onPick();
  opened().onClosed();
  await asked;
  expect(pickers).toBe(0);
  await toggle();
  expect(fakes.openOverlay).toHaveBeenCalledTimes(2);
  expect([...opened().unkept]).toEqual([]);
});
