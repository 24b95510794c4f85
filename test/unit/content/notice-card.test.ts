// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { DEFAULT_READER_SETTINGS } from '../../../src/model/reader-settings.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';

const browser = fakeBrowser();
browser.i18n.getMessage = (key) => (key === 'localeTag' ? 'en' : key);
vi.mock('../../../src/platform/browser.ts', () => ({ browser }));
vi.mock('../../../src/ui/adopt-sheet.ts', () => ({ makeSheet: () => new CSSStyleSheet() }));
const { noticeCard } = await import('../../../src/content/notice-card.ts');

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'rectoOverlay');
  Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
});

test('a notice moves in front of full view that was opened since, and a closed one stays closed', async () => {
  HTMLElement.prototype.showPopover = () => undefined;
  const card = noticeCard(Promise.resolve(DEFAULT_READER_SETTINGS));
  const dialog = document.createElement('dialog');
  card.show({ said: 'Link saved', actions: [] });
  const host = document.documentElement.lastElementChild;
  Object.assign(globalThis, { rectoOverlay: { dialog: () => dialog } });
  card.comeForward();
  expect([...dialog.children]).toEqual([host]);
  card.close();
  card.comeForward();
  expect(dialog.children).toHaveLength(0);
});
