// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://news.example/2026/harbour" }
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { OverlayAppProps } from '../../../../src/content/overlay/overlay-app.tsx';
import type { Input } from '../../../../src/messaging/protocol.ts';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import type { KeyPress } from '../../../../src/model/keys/key-press.ts';
import type { ReaderSurfaceParts } from '../../../../src/ui/reader/reader-surface.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';

const fakes = vi.hoisted(() => ({ browser: {} as unknown, send: vi.fn(), moved: [] as boolean[] }));
vi.mock('../../../../src/platform/browser.ts', () => fakes);
vi.mock('../../../../src/messaging/send-from-page.ts', () => ({ sendFromPage: fakes.send }));
// What it draws is tested elsewhere.
vi.mock('../../../../src/content/overlay/overlay-article.tsx', () => ({
  OverlayArticle: ({ moved }: { moved: boolean }) => void fakes.moved.push(moved),
}));
const { OverlayApp } = await import('../../../../src/content/overlay/overlay-app.tsx');
const { DEFAULT_READER_SETTINGS } = await import('../../../../src/model/settings/reader-settings.ts');

afterEach(() => render(null, document.body));

const labels = () => [...document.querySelectorAll('button')].map(({ textContent }) => textContent);
async function press(label: string): Promise<void> {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  await act(() => button?.click());
  await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
}

const parts = {
  translate: (key: string) => (key === 'localeTag' ? 'en' : key),
  scroller: document.createElement('div'),
  Controls: ({ children }: { children: unknown }) => children,
  listenKeys: () => undefined,
} as unknown as ReaderSurfaceParts;
const PROPS = {
  ...{
    parts,
    commands: { save: null, article: null, dialog: null },
    initialSettings: DEFAULT_READER_SETTINGS,
    site: null,
    title: '',
  },
  ...{ outcome: { ok: false, error: { code: 'not-an-article', message: '' } }, fought: false, problem: null },
  ...{ unkept: new Map(), read: () => undefined, pick: async () => undefined, close: () => undefined },
} satisfies OverlayAppProps;

test('the text has the focus when the link is saved and the control for it has gone', async () => {
  fakes.browser = fakeBrowser();
  fakes.send.mockResolvedValue(undefined);
  parts.scroller.tabIndex = -1;
  document.body.append(parts.scroller);
  const box = parts.scroller.appendChild(document.createElement('div'));
  act(() => render(<OverlayApp {...PROPS} />, box));
  [...box.querySelectorAll('button')].find(({ textContent }) => textContent === 'popupSaveLink')?.focus();
  await press('popupSaveLink');
  expect(labels()).not.toContain('popupSaveLink');
  expect(document.activeElement).toBe(parts.scroller);
  act(() => render(null, box));
  parts.scroller.remove();
});

test('a double press of Save link does not close full view, though the next control is under the pointer by then', async () => {
  fakes.browser = fakeBrowser();
  fakes.send.mockResolvedValue(undefined);
  const close = vi.fn();
  act(() => render(<OverlayApp {...PROPS} close={close} />, document.body));
  await press('popupSaveLink');
  const back = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'popupBackToPage');
  back?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
  expect(close).not.toHaveBeenCalled();
  back?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
  expect(close).toHaveBeenCalledOnce();
});

test('in a private window saving the link of a page without article is asked about first', async () => {
  fakes.browser = fakeBrowser();
  fakes.send.mockImplementation(async (_name: string, input: Input<'link.save'>) => {
    if (!input.consent) throw new RectoError('needs-consent');
  });
  act(() => render(<OverlayApp {...PROPS} />, document.body));
  await press('popupSaveLink');
  expect(document.querySelector('h1')?.textContent).toBe('error_not_an_article');
  expect(document.querySelector('.notice-text')?.textContent).toBe('popupAskPrivate');
  await press('popupNotNow');
  expect(labels()).not.toContain('popupKeep');
  await press('popupSaveLink');
  await press('popupKeep');
  const link = { url: 'https://news.example/2026/harbour', title: 'https://news.example/2026/harbour' };
  expect(fakes.send).toHaveBeenLastCalledWith('link.save', { ...link, consent: true });
  expect(document.querySelector('.notice-text')?.textContent).toBe('popupLinkSaved');
});

/** A single-page application goes to another address. */
const goTo = (address: string) =>
  act(() => {
    history.replaceState(null, '', address);
    window.dispatchEvent(new PopStateEvent('popstate'));
  });

test('"link saved" is shown until the page changes its address, and for that address alone', async () => {
  fakes.browser = fakeBrowser();
  const saves = heldAnswers<unknown[], undefined>();
  fakes.send.mockImplementation(saves.call);
  const told = () => document.querySelector('.notice-text')?.textContent;
  const here = window.location.href;
  act(() => render(<OverlayApp {...PROPS} />, document.body));
  await press('popupSaveLink');
  await saves.calls[0]?.answer(undefined);
  expect(told()).toBe('popupLinkSaved');
  await goTo('https://news.example/2026/next');
  expect(told()).toBeUndefined();
  await press('popupSaveLink');
  await goTo('https://news.example/2026/third');
  // It is of the page before.
  await saves.calls[1]?.answer(undefined);
  expect(told()).toBeUndefined();
  expect(labels()).toContain('popupSaveLink');
  await goTo(here);
});

test('the reason why there is no article is shown for the page that was read, and not for the next', async () => {
  fakes.browser = fakeBrowser();
  const here = window.location.href;
  act(() => render(<OverlayApp {...PROPS} />, document.body));
  const told = () =>
    [...document.querySelectorAll('.reader-message > :is(h1, p)')].map(({ textContent }) => textContent);
  expect(told()).toEqual(['error_not_an_article', 'errorNext_not_an_article']);
  expect(labels()[0]).toBe('popupShowAnyway');
  await goTo('https://news.example/2026/next');
  expect(told()).toEqual(['overlayMoved']);
  expect(labels()[0]).toBe('overlayReadAgain');
  await goTo(here);
  expect(told()).toEqual(['error_not_an_article', 'errorNext_not_an_article']);
});

test('once Recto was updated under it, it says so in place of the reason when saving the link fails', async () => {
  fakes.browser = fakeBrowser();
  fakes.send.mockRejectedValue(new RectoError('no-answer'));
  act(() => render(<OverlayApp {...PROPS} />, document.body));
  fakes.browser = { ...fakeBrowser(), runtime: undefined };
  await press('popupSaveLink');
  expect(document.querySelector('.reader-message h1')?.textContent).toBe('overlayCutOff');
  expect(labels()).toContain('popupBackToPage');
});

/** What is told of a page at the address of this file's environment when the article was read at `url`. */
async function toldOf(url: string): Promise<boolean | undefined> {
  fakes.browser = fakeBrowser();
  await act(() => render(<OverlayApp {...PROPS} outcome={null} />, document.body));
  const outcome = { ok: true, article: sampleArticle({ url }) } as const;
  await act(() => render(<OverlayApp {...PROPS} outcome={outcome} />, document.body));
  return fakes.moved.at(-1);
}

test('a page that changed its address while it was being read shows so, unless only the fragment differs', async () => {
  expect(await toldOf('https://news.example/2026/harbour#lamps')).toBe(false);
  expect(await toldOf('https://news.example/2026/before')).toBe(true);
});

test('an article that was read after the page changed its address belongs to the new address', async () => {
  fakes.browser = fakeBrowser();
  await act(() => render(<OverlayApp {...PROPS} outcome={null} />, document.body));
  const here = window.location.href;
  const next = 'https://news.example/2026/next';
  await act(() => {
    history.pushState(null, '', next);
    window.dispatchEvent(new PopStateEvent('popstate'));
  });
  const outcome = { ok: true, article: sampleArticle({ url: next }) } as const;
  await act(() => render(<OverlayApp {...PROPS} outcome={outcome} />, document.body));
  expect(fakes.moved.at(-1)).toBe(false);
  history.pushState(null, '', here);
});

test('a page that returns to its address has its article again', async () => {
  const here = window.location.href;
  expect(await toldOf(here)).toBe(false);
  await goTo('https://news.example/2026/next');
  expect(fakes.moved.at(-1)).toBe(true);
  await goTo(here);
  expect(fakes.moved.at(-1)).toBe(false);
});

test('without letter shortcuts no letter picks the article, and no tooltip names one', async () => {
  fakes.browser = fakeBrowser();
  const pick = vi.fn(async () => undefined);
  const keys: ((press: KeyPress) => boolean)[] = [];
  const listenKeys: ReaderSurfaceParts['listenKeys'] = (onKey) => void keys.push(onKey);
  const press = { key: 'g', code: 'KeyG', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false } as KeyPress;
  const draw = (letterKeys: boolean) => {
    const initialSettings = { ...DEFAULT_READER_SETTINGS, letterKeys };
    const props = { ...PROPS, pick, initialSettings, parts: { ...parts, listenKeys } };
    act(() => render(<OverlayApp key={String(letterKeys)} {...props} />, document.body));
    keys.at(-1)?.(press);
    return [...document.querySelectorAll('button')].map(({ title }) => title).filter(Boolean);
  };
  expect(draw(false)).toEqual(['popupBackToPage (Esc)']);
  expect(pick).not.toHaveBeenCalled();
  expect(draw(true)).toEqual(['readerPick (G)', 'popupBackToPage (Esc)']);
  expect(pick).toHaveBeenCalledOnce();
});
