// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://news.example/2026/harbour" }
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { OverlayAppProps } from '../../../../src/content/overlay/overlay-app.tsx';
import type { Input } from '../../../../src/messaging/protocol.ts';
import { RectoError } from '../../../../src/model/recto-error.ts';
import type { ReaderSurfaceParts } from '../../../../src/ui/reader/reader-surface.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';

const fakes = vi.hoisted(() => ({ browser: {} as unknown, send: vi.fn() }));
vi.mock('../../../../src/platform/browser.ts', () => fakes);
vi.mock('../../../../src/messaging/send.ts', () => ({ send: fakes.send }));
const { OverlayApp } = await import('../../../../src/content/overlay/overlay-app.tsx');
const { DEFAULT_READER_SETTINGS } = await import('../../../../src/model/reader-settings.ts');

afterEach(() => render(null, document.body));

const labels = () => [...document.querySelectorAll('button')].map(({ textContent }) => textContent);
async function press(label: string): Promise<void> {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  await act(() => button?.click());
  await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
}

test('in a private window the link of a page without article is asked about, and kept once that is answered', async () => {
  fakes.browser = fakeBrowser();
  fakes.send.mockImplementation(async (_name: string, input: Input<'link.save'>) => {
    if (!input.consent) throw new RectoError('needs-consent');
  });
  const parts = {
    translate: (key: string) => (key === 'localeTag' ? 'en' : key),
    scroller: document.createElement('div'),
    Controls: ({ children }: { children: unknown }) => children,
    listenKeys: () => undefined,
  } as unknown as ReaderSurfaceParts;
  const props = {
    ...{ parts, commands: { save: null }, initialSettings: DEFAULT_READER_SETTINGS, site: null, title: '' },
    ...{ outcome: { ok: false, error: { code: 'not-an-article', message: '' } }, fought: false, problem: null },
    ...{ read: () => undefined, pick: async () => undefined, close: () => undefined },
  } satisfies OverlayAppProps;
  act(() => render(<OverlayApp {...props} />, document.body));
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
