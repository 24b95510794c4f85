// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_READER_SETTINGS, type ReaderSettings } from '../../../src/model/settings/reader-settings.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';

const browser = fakeBrowser();
browser.i18n.getMessage = (key) => (key === 'localeTag' ? 'en' : key);
vi.mock('../../../src/platform/browser.ts', () => ({ browser }));
vi.mock('../../../src/ui/adopt-sheet.ts', () => ({ makeSheet: () => new CSSStyleSheet() }));
const { noticeCard } = await import('../../../src/content/notice-card.ts');

beforeEach(() => {
  HTMLElement.prototype.showPopover = () => undefined;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'rectoOverlay');
  Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
});

test('a notice moves in front of full view that was opened since, and a closed one stays closed', async () => {
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
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const own = { theme: 'own', ownPaper: '#101418', ownInk: '#d8dde2' } as const;
  noticeCard(Promise.resolve({ ...DEFAULT_READER_SETTINGS, ...own }));
  const root: ShadowRoot = attach.mock.results[0]?.value;
  const card = root.querySelector<HTMLElement>('.notice');
  await expect.poll(() => card?.dataset['theme']).toBe('own');
  expect(card?.style.getPropertyValue('--r-own-paper')).toBe('#101418');
  expect(card?.style.getPropertyValue('--r-own-ink')).toBe('#d8dde2');
});

/** A card whose closed tree the test sees. */
async function openCard(theme: ReaderSettings['theme'] = 'system') {
  const attachShadow = vi.spyOn(HTMLElement.prototype, 'attachShadow');
  const card = noticeCard(Promise.resolve({ ...DEFAULT_READER_SETTINGS, theme }));
  const root = attachShadow.mock.results[0]?.value as ShadowRoot;
  await Promise.resolve();
  const text = (selector: string) => root.querySelector<HTMLElement>(selector);
  return { card, root, text, isShown: () => root.host.isConnected };
}

test('a notice goes after its time, but not while the pointer or the focus is in it', async () => {
  vi.useFakeTimers();
  const { card, root, text, isShown } = await openCard();
  card.show({ said: 'Saved', actions: [{ label: 'Undo', onPress: () => undefined }], stays: 1000 });
  vi.advanceTimersByTime(999);
  expect(isShown()).toBe(true);
  text('.notice')?.dispatchEvent(new Event('pointerenter'));
  vi.advanceTimersByTime(5000);
  expect(isShown()).toBe(true);
  root.querySelector('button')?.focus();
  text('.notice')?.dispatchEvent(new Event('pointerleave'));
  vi.advanceTimersByTime(5000);
  expect(isShown()).toBe(true);
  root.querySelector('button')?.blur();
  vi.advanceTimersByTime(999);
  expect(isShown()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(isShown()).toBe(false);
});

test('a notice that replaces another has its own time', async () => {
  vi.useFakeTimers();
  const { card, isShown } = await openCard();
  card.show({ said: 'Saving', actions: [], stays: 1000 });
  vi.advanceTimersByTime(900);
  card.update({ said: 'Saved', actions: [], stays: 2000 });
  vi.advanceTimersByTime(1999);
  expect(isShown()).toBe(true);
  vi.advanceTimersByTime(1);
  card.update({ said: 'Its pictures are kept, too', actions: [] });
  expect(isShown()).toBe(false);
});

test('a notice says what was done and about what, in the chosen theme, and is announced once it stands', async () => {
  const { card, root, text } = await openCard('sepia');
  const actions = [{ label: 'Undo', onPress: () => undefined }];
  card.show({ said: 'Saved', about: 'The harbour', kept: true, actions });
  expect(text('[role=status]')?.textContent).toBe('');
  await new Promise(requestAnimationFrame);
  expect(text('[role=status]')?.textContent).toBe('Saved');
  expect([text('.about')?.textContent, text('.about')?.hidden]).toEqual(['The harbour', false]);
  const marks = () => [text('.notice')?.dataset['theme'], text('.notice')?.hasAttribute('data-kept')];
  expect(marks()).toEqual(['sepia', true]);
  expect([...root.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Undo', 'noticeClose']);
  card.show({ said: 'Not saved', actions: [] });
  expect([text('.about')?.hidden, ...marks()]).toEqual([true, 'sepia', false]);
});

test('only the person presses its buttons, and not the page', async () => {
  const listen = vi.spyOn(HTMLButtonElement.prototype, 'addEventListener');
  const run = vi.fn();
  const { card, root, isShown } = await openCard();
  card.show({ said: 'Saved', actions: [{ label: 'Undo', onPress: run }] });
  for (const button of root.querySelectorAll('button')) button.click();
  expect([run.mock.calls.length, isShown()]).toEqual([0, true]);
  // No script can make an event that the browser vouches for.
  for (const [, press] of listen.mock.calls) (press as (event: { isTrusted: boolean }) => void)({ isTrusted: true });
  expect([run.mock.calls.length, isShown()]).toEqual([1, false]);
});
