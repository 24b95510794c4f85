// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { createWords } from '../../../src/model/words.ts';
import { lazyComponent } from '../../../src/ui/lazy-component.tsx';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';

test('a part of a page whose code cannot be loaded shows an error in its place', async () => {
  const Lazy = lazyComponent(async () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  render(
    <WordsProvider value={createWords((key) => (key === 'localeTag' ? 'en' : key), 'en')}>
      <Lazy />
    </WordsProvider>,
    document.body,
  );
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toContain('error_unexpected'));
});

test('whoever draws it may take the error instead', async () => {
  const broken = new TypeError('Failed to fetch dynamically imported module');
  const Lazy = lazyComponent(async () => Promise.reject(broken));
  const onUnloaded = vi.fn();
  render(<Lazy onUnloaded={onUnloaded} />, document.body);
  await vi.waitFor(() => expect(onUnloaded).toHaveBeenCalledWith(broken));
  expect(document.querySelector('[role=alert]')).toBeNull();
});
