// @vitest-environment jsdom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { Translate } from '../../../src/model/message-key.ts';
import { DEFAULT_READER_SETTINGS } from '../../../src/model/settings/reader-settings.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';

vi.mock('../../../src/platform/browser.ts', async () => ({ browser: fakeBrowser() }));
vi.mock('../../../src/welcome/try-it.tsx', () => ({
  TryIt: ({ onClose }: { onClose(): void }) => h('button', { class: 'tried', onClick: onClose }, 'the article'),
}));
const { browser } = await import('../../../src/platform/browser.ts');
const { SETTINGS_SOURCE } = await import('../../../src/platform/settings-source.ts');
const { WelcomePage } = await import('../../../src/welcome/welcome-page.tsx');

const keyed: Translate = (key) => (key === 'localeTag' ? 'en' : key);

afterEach(() => act(() => render(null, document.body)));

const page = () => (
  <WordsProvider value={createWords(keyed, 'en')}>
    <WelcomePage initialSettings={DEFAULT_READER_SETTINGS} initialKeys={{ 'toggle-reader': 'Alt+R' } as never} />
  </WordsProvider>
);

test('the shortcut opens the article as soon as the page is drawn, before effects have run', async () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  render(page(), document.body);
  (browser as unknown as ReturnType<typeof fakeBrowser>).commands.onCommand.fire('toggle-reader');
  await vi.waitFor(() => expect(document.body.textContent).toContain('the article'));
});

test('the address opens the article, as the icon and the menu ask for it, and again once it was closed', async () => {
  act(() => render(page(), document.body));
  for (const _time of ['first', 'second']) {
    expect(document.body.textContent).not.toContain('the article');
    await act(() => {
      location.hash = '#try';
      window.dispatchEvent(new Event('hashchange'));
    });
    const article = await vi.waitUntil(() => document.querySelector<HTMLElement>('.tried'));
    act(() => article.click());
    expect(location.hash).toBe('');
  }
});

test('the page follows a theme that is set in another page meanwhile', async () => {
  act(() => render(page(), document.body));
  await act(() => SETTINGS_SOURCE.write({ theme: 'sepia' }));
  await vi.waitFor(() => expect(document.documentElement.dataset['theme']).toBe('sepia'));
});
