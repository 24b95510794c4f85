// @vitest-environment jsdom

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Library, LibraryChange } from '../../../src/model/library.ts';
import { RectoError } from '../../../src/model/recto-error.ts';
import type { SavedArticle } from '../../../src/model/saved-article.ts';
import { NO_SITE_SETTINGS } from '../../../src/model/site-settings.ts';
import { type EarlyOpening, type OpenedArticle, openEarly, useSavedArticle } from '../../../src/reader/open-early.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';
import { memoryLibrary } from '../ui/list/memory-library.ts';
import { savedItem } from '../ui/list/saved-item.ts';

const readSite = async () => NO_SITE_SETTINGS;
const saved = () => memoryLibrary([savedItem({ id: 'a', url: 'https://news.example/1' })]);

beforeEach(() => {
  location.hash = '#a';
});

test('the article of the address comes with what is set for its site', async () => {
  const library = saved();
  vi.spyOn(library, 'open').mockResolvedValue({
    metadata: savedItem({ id: 'a', url: 'https://news.example/1' }),
    article: null,
  });
  const read = vi.fn(readSite);
  const early = await openEarly(library, read);
  expect(early.opened).toMatchObject({ kind: 'opened', saved: { metadata: { id: 'a' } } });
  expect(read).toHaveBeenCalledWith('news.example');
  expect(early.isOutdated()).toBe(false);
});

test('a change meanwhile is told, one of another article is not', async () => {
  const library = saved();
  const early = await openEarly(library, readSite);
  library.announce({ ids: ['b'] });
  expect(early.isOutdated()).toBe(false);
  const other = await openEarly(library, readSite);
  library.announce({ ids: ['a'] });
  expect(other.isOutdated()).toBe(true);
});

test('another article in the address by then is told', async () => {
  const early = await openEarly(saved(), readSite);
  location.hash = '#b';
  expect(early.isOutdated()).toBe(true);
});

test('what cannot be opened is an answer too', async () => {
  const library = saved();
  vi.spyOn(library, 'open').mockRejectedValue(new Error('backing store'));
  expect((await openEarly(library, readSite)).opened.kind).toBe('failed');
});

const titled = (title: string): SavedArticle => ({
  metadata: sampleMetadata({ title }),
  article: sampleArticle({ title }),
});

test('of two changes in quick succession the later one stands, whichever is read first', async () => {
  const { call, calls } = heldAnswers<[string], SavedArticle | null>();
  let tell: (change: LibraryChange) => void = () => undefined;
  const library = {
    open: call,
    openPictures: async () => [],
    markOpened: vi.fn(async () => undefined),
    watch: (listener: typeof tell) => {
      tell = listener;
    },
  } as unknown as Library;
  const early: EarlyOpening = {
    opened: { kind: 'failed', error: new RectoError('not-found') },
    site: null,
    isOutdated: () => false,
  };
  let opened: OpenedArticle | undefined;
  function Probe() {
    opened = useSavedArticle(library, early);
    return null;
  }
  act(() => render(<Probe />, document.body));
  tell({ ids: null });
  tell({ ids: null });
  await calls[1]?.answer(titled('newer'));
  await calls[0]?.answer(titled('older'));
  expect(opened).toMatchObject({ kind: 'opened', saved: { metadata: { title: 'newer' } } });
});
