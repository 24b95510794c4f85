// @vitest-environment jsdom
import { type JSX, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { TagList } from '../../../src/library/tag-list.tsx';
import type { Library } from '../../../src/model/library.ts';
import { createWords } from '../../../src/model/words.ts';
import { EmptyList } from '../../../src/ui/list/empty-list.tsx';
import { LetterKeysProvider } from '../../../src/ui/list/letter-keys-context.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';

vi.mock('../../../src/platform/browser.ts', () => ({ browser: { runtime: { getURL: (path: string) => path } } }));
const { HighlightsSection } = await import('../../../src/library/highlights-section.tsx');

const library = { tags: async () => [], allHighlights: async () => [], watch: () => undefined } as unknown as Library;
const empty = { library, place: 'list', shortcut: '', tryHref: '', restoreHref: '' } as const;

afterEach(() => render(null, document.body));

async function saidWith(letterKeys: boolean, content: JSX.Element): Promise<string[]> {
  const words = createWords((key) => (key === 'localeTag' ? 'en' : key), 'en');
  await act(() =>
    render(
      <WordsProvider value={words}>
        <LetterKeysProvider value={letterKeys}>{content}</LetterKeysProvider>
      </WordsProvider>,
      document.body,
    ),
  );
  return vi.waitFor(() => {
    const lines = Array.from(document.querySelectorAll('.empty p'), (line) => line.textContent);
    expect(lines).toHaveLength(2);
    return lines;
  });
}

test.each([
  ['listEmptyFavouritesHow', <EmptyList key="favourites" {...empty} query="is:favourite" />],
  ['listEmptyTagsHow', <EmptyList key="tag" {...empty} query="tag:sea" />],
  ['listEmptyTagsHow', <TagList key="tags" library={library} resting={false} />],
  ['highlightsEmptyHow', <HighlightsSection key="highlights" library={library} resting={false} />],
])('%s names a letter key only where letters are keys', async (how, content) => {
  expect(await saidWith(true, content)).toContain(how);
  expect(await saidWith(false, content)).toContain(`${how}NoKey`);
});
