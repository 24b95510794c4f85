// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import type { Translate } from '../../../src/model/message-key.ts';
import { DEFAULT_READER_SETTINGS } from '../../../src/model/settings/reader-settings.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';
import { sampleArticle } from '../fakes/sample-article.ts';

const demo = vi.hoisted(() => ({ readDemoArticle: vi.fn() }));
vi.mock('../../../src/platform/browser.ts', async () => ({ browser: fakeBrowser() }));
vi.mock('../../../src/platform/read-font.ts', () => ({ readFont: async () => null }));
vi.mock('../../../src/platform/injected-scripts.ts', () => ({ PART_SCRIPTS: {} }));
vi.mock('../../../src/welcome/read-demo-article.ts', () => demo);
vi.mock('../../../src/ui/reader/reader.tsx', () => ({ Reader: () => <p>the article</p> }));
const { TryIt } = await import('../../../src/welcome/try-it.tsx');

const keyed: Translate = (key) => (key === 'localeTag' ? 'en' : key);

afterEach(() => act(() => render(null, document.body)));
afterAll(() => new Promise(requestAnimationFrame));

const draw = () =>
  render(
    <WordsProvider value={createWords(keyed, 'en')}>
      <TryIt
        preferences={{ settings: DEFAULT_READER_SETTINGS, change: () => undefined }}
        toggleKey={null}
        onClose={() => undefined}
      />
    </WordsProvider>,
    document.body,
  );

test('when the demo article cannot be read, the page says so and can try again', async () => {
  HTMLDialogElement.prototype.showModal = () => undefined;
  demo.readDemoArticle.mockRejectedValueOnce(new Error('not there')).mockResolvedValue(sampleArticle());
  await act(draw);
  await vi.waitFor(() => expect(document.querySelector('[role=alert] h1')?.textContent).toBe('error_unexpected'));
  await act(() => document.querySelector<HTMLElement>('.button[data-primary]')?.click());
  await vi.waitFor(() => expect(document.body.textContent).toBe('the article'));
});

test('the reader gets the keys before effects have run', () => {
  const showModal = vi.fn();
  HTMLDialogElement.prototype.showModal = showModal;
  demo.readDemoArticle.mockResolvedValue(sampleArticle());
  draw();
  expect(showModal).toHaveBeenCalledOnce();
});
