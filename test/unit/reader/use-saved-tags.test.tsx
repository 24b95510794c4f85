// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { Library } from '../../../src/model/library.ts';
import { createWords } from '../../../src/model/words.ts';
import { type SavedTags, useSavedTags } from '../../../src/reader/use-saved-tags.tsx';
import { sampleMetadata } from '../fakes/sample-article.ts';

vi.mock('../../../src/ui/list/tags/tag-panel.tsx', () => Promise.reject(new TypeError('not there')));

const library = { watch: () => undefined } as unknown as Library;
const words = createWords((key) => (key === 'localeTag' ? 'en' : key), 'en');
afterEach(() => act(() => render(null, document.body)));

test('a dialog whose code cannot be loaded is reported and no longer waited for, so that the article has its keys', async () => {
  let tags: SavedTags | undefined;
  const failed = vi.fn();
  const report = {
    begin: () => undefined,
    undone: () => undefined,
    attempt: (work: Promise<unknown>) => void work.catch(failed),
  };
  function Probe() {
    tags = useSavedTags(library, sampleMetadata(), words, report);
    return tags.dialog;
  }
  await act(() => render(<Probe />, document.body));
  await act(() => tags?.open());
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  await vi.waitFor(() => expect(tags?.dialog).toBeNull());
});
