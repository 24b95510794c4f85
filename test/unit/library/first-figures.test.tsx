// @vitest-environment jsdom
import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { DeletedState } from '../../../src/library/deleted-state.tsx';
import { LibraryRail } from '../../../src/library/library-rail.tsx';
import { StorageState } from '../../../src/library/storage-state.tsx';
import type { LibraryCounts, LibraryReader } from '../../../src/model/library.ts';
import type { Translate } from '../../../src/model/message-key.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { heldAnswers } from '../fakes/held-answers.ts';

vi.mock('../../../src/messaging/send.ts', () => ({ send: vi.fn() }));

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const COUNTS = { list: 3, archive: 0, deleted: 12 };
const words = createWords(keyed, 'en');

afterEach(() => {
  act(() => render(null, document.body));
  vi.unstubAllGlobals();
});

const draw = (page: ComponentChildren) =>
  act(() => render(<WordsProvider value={words}>{page}</WordsProvider>, document.body));
const library = (known: typeof COUNTS | null) =>
  ({ counts: async () => COUNTS, knownCounts: () => known, watch: () => undefined }) as unknown as LibraryReader;

test('numbers have their space before they are known, without a wrong text for screen readers', async () => {
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 5 }) } });
  const state = () => document.querySelector<HTMLElement>('.storage-state');
  draw(<StorageState library={library(null)} last={undefined} />);
  expect(state()?.textContent).toContain('settingsStoredOther');
  expect(state()?.dataset['known']).toBe('false');
  draw(<StorageState library={library(null)} last={null} />);
  await vi.waitFor(() => expect(state()?.dataset['known']).toBe('true'));
  expect(state()?.textContent).toContain('settingsStoredOther 15');
  expect(state()?.textContent).toContain('backupNever');
});

test('the number in Recently deleted is in the first render if it was counted before', () => {
  draw(<DeletedState library={library(COUNTS)} />);
  expect(document.body.textContent).toContain('deletedTakesOther 12');
});

test('the navigation has space for each number before it is counted', async () => {
  draw(<LibraryRail library={library(null)} section="list" />);
  const counts = () => Array.from(document.querySelectorAll('.rail-count'), ({ textContent }) => textContent);
  expect(counts()).toEqual(['', '', '']);
  await vi.waitFor(() => expect(counts()).toEqual(['3', '', '12']));
});

test('a late answer to an earlier reading does not replace the newer figures', async () => {
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 5 }) } });
  const { call, calls } = heldAnswers<[], LibraryCounts>();
  let change = (): void => undefined;
  const watch: LibraryReader['watch'] = (onChange) => {
    change = () => onChange({ ids: null });
  };
  draw(<StorageState library={{ counts: call, watch } as unknown as LibraryReader} last={null} />);
  change();
  await calls[1]?.answer({ list: 1, archive: 0, deleted: 0 });
  await calls[0]?.answer({ list: 8, archive: 0, deleted: 0 });
  expect(document.body.textContent).toContain('settingsStoredOne 1');
});
