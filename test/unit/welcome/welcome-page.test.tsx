// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { Translate } from '../../../src/model/message-key.ts';
import { DEFAULT_READER_SETTINGS } from '../../../src/model/reader-settings.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';

vi.mock('../../../src/platform/browser.ts', async () => ({ browser: fakeBrowser() }));
vi.mock('../../../src/welcome/try-it.tsx', () => ({ TryIt: () => null }));
const { SETTINGS_SOURCE } = await import('../../../src/platform/settings-source.ts');
const { WelcomePage } = await import('../../../src/welcome/welcome-page.tsx');

const keyed: Translate = (key) => (key === 'localeTag' ? 'en' : key);

afterEach(() => act(() => render(null, document.body)));

test('the page follows a theme that is set in another page meanwhile', async () => {
  const keys = { 'toggle-reader': 'Alt+R' } as never;
  act(() =>
    render(
      <WordsProvider value={createWords(keyed, 'en')}>
        <WelcomePage initialSettings={DEFAULT_READER_SETTINGS} initialKeys={keys} />
      </WordsProvider>,
      document.body,
    ),
  );
  await act(() => SETTINGS_SOURCE.write({ theme: 'sepia' }));
  await vi.waitFor(() => expect(document.documentElement.dataset['theme']).toBe('sepia'));
});
