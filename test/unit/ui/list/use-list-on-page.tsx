import { render } from 'preact';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Translate } from '../../../../src/model/message-key.ts';
import { createWords } from '../../../../src/model/words.ts';
import { LetterKeysProvider } from '../../../../src/ui/list/letter-keys-context.ts';
import { ListView } from '../../../../src/ui/list/list-view.tsx';
import { WordsProvider } from '../../../../src/ui/list/words-context.ts';
import { memoryLibrary } from './memory-library.ts';
import { savedItem } from './saved-item.ts';

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const words = createWords(keyed, 'en');

interface ListOnPage {
  /** Three articles, made anew for each test. */
  library: ReturnType<typeof memoryLibrary>;
  root: HTMLElement;
}

/** A reading list in the document of each test. Read the fields inside tests: they are empty until then. */
export function useListOnPage() {
  const made = {} as ListOnPage;
  const onOpen = vi.fn((_item, event: Event) => event.preventDefault());

  beforeEach(() => {
    made.library = memoryLibrary(
      [1, 2, 3].map((savedAt) => savedItem({ id: `${savedAt}`, savedAt, title: `Article ${savedAt}` })),
    );
    made.root = document.body.appendChild(document.createElement('div'));
  });
  afterEach(() => {
    render(null, made.root);
    made.root.remove();
    onOpen.mockClear();
    vi.useRealTimers();
  });

  const draw = (place: 'list' | 'archive' | 'deleted', letterKeys: boolean, organises: boolean) =>
    render(
      <WordsProvider value={words}>
        <LetterKeysProvider value={letterKeys}>
          <ListView
            library={made.library}
            place={place}
            shortcut="Alt+R"
            hrefOf={({ id }) => `#${id}`}
            onOpen={onOpen}
            tryHref="#try"
            restoreHref="#settings"
            {...(organises && { organise: { tagHref: (tag) => `#tags/${tag}` } })}
          />
        </LetterKeysProvider>
      </WordsProvider>,
      made.root,
    );
  const show = (place: 'list' | 'archive' | 'deleted' = 'list', letterKeys = true) => draw(place, letterKeys, false);
  /** As in the library tab, with menus, tags and selection. */
  const organise = (place: 'list' | 'deleted' = 'list') => draw(place, true, true);
  const titles = () => [...made.root.querySelectorAll('.row-title')].map(({ textContent }) => textContent);
  return {
    made,
    onOpen,
    show,
    organise,
    titles,
    ready: () => vi.waitFor(() => expect(titles()).toHaveLength(3)),
    focused: () => document.activeElement?.textContent,
    press: (key: string, code = '', repeat = false) =>
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, code, repeat, bubbles: true, cancelable: true }),
      ),
  };
}
