import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const asked = vi.fn((key: string) => (key === 'popupSaveLink' ? 'from the browser' : ''));

beforeEach(() => vi.stubGlobal('browser', { i18n: { getMessage: asked } }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
  asked.mockClear();
});

const translator = async () => (await import('../../../src/platform/translate.ts')).translate;

test('injected strings are used with their values filled in, without asking the browser', async () => {
  vi.stubGlobal('rectoWords', { popupSaveLink: 'Keep', readerNote: 'Note $1 of $2$3' });
  const translate = await translator();
  expect(translate('popupSaveLink')).toBe('Keep');
  expect(translate('readerNote', '1', '$2')).toBe('Note 1 of $2');
  expect(asked).not.toHaveBeenCalled();
});

test('the browser is asked for strings that were not injected, and an unknown key gives itself', async () => {
  vi.stubGlobal('rectoWords', {});
  const translate = await translator();
  expect(translate('popupSaveLink')).toBe('from the browser');
  expect(translate('readerNote')).toBe('readerNote');
});
