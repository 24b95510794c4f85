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
  vi.restoreAllMocks();
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

test('a notice has the colours of the person’s own theme', async () => {
  HTMLElement.prototype.showPopover = () => undefined;
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const own = { theme: 'own', ownPaper: '#101418', ownInk: '#d8dde2' } as const;
  noticeCard(Promise.resolve({ ...DEFAULT_READER_SETTINGS, ...own }));
  const root: ShadowRoot = attach.mock.results[0]?.value;
  const card = root.querySelector<HTMLElement>('.notice');
  await expect.poll(() => card?.dataset['theme']).toBe('own');
  expect(card?.style.getPropertyValue('--r-own-paper')).toBe('#101418');
  expect(card?.style.getPropertyValue('--r-own-ink')).toBe('#d8dde2');
});
