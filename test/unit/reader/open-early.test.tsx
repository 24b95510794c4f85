// @vitest-environment jsdom

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import type { Library, LibraryChange } from '../../../src/model/library.ts';
import type { SavedPicture } from '../../../src/model/pictures/picture.ts';
import type { SavedArticle } from '../../../src/model/saved-article.ts';
import { NO_SITE_SETTINGS } from '../../../src/model/settings/site-settings.ts';
import { type EarlyOpening, type OpenedArticle, openEarly, useSavedArticle } from '../../../src/reader/open-early.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';
import { memoryLibrary } from '../ui/list/memory-library.ts';
import { savedItem } from '../ui/list/saved-item.ts';

const readSite = async () => NO_SITE_SETTINGS;
const saved = () => memoryLibrary([savedItem({ id: 'a', url: 'https://news.example/1' })]);

/** No event tells of it, which would have what is shown read again. */
const goTo = (id: string) => history.replaceState(null, '', `#${id}`);

beforeEach(() => goTo('a'));

test('the article of the address comes with the settings of its site', async () => {
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

test('a change of the article meanwhile is reported, and one of another article is not', async () => {
  const library = saved();
  const early = await openEarly(library, readSite);
  library.announce({ ids: ['b'] });
  expect(early.isOutdated()).toBe(false);
  const other = await openEarly(library, readSite);
  library.announce({ ids: ['a'] });
  expect(other.isOutdated()).toBe(true);
});

test('another article in the address meanwhile is reported', async () => {
  const early = await openEarly(saved(), readSite);
  goTo('b');
  expect(early.isOutdated()).toBe(true);
});

test('an article that cannot be opened gives an error', async () => {
  const library = saved();
  vi.spyOn(library, 'open').mockRejectedValue(new Error('backing store'));
  expect((await openEarly(library, readSite)).opened.kind).toBe('failed');
});

const titled = (title: string): SavedArticle => ({
  metadata: sampleMetadata({ title }),
  article: sampleArticle({ title }),
});

/** Shows what `library` opens for a page that was opened with `first`; gives what is shown, and what tells it of a change. */
function showSaved(reading: Partial<Library>, first: OpenedArticle) {
  let tell: (change: LibraryChange) => void = () => undefined;
  const library = {
    openPictures: async () => [],
    markOpened: async () => undefined,
    watch: (listener: typeof tell) => {
      tell = listener;
    },
    ...reading,
  } as unknown as Library;
  const early: EarlyOpening = { opened: first, site: null, isOutdated: () => false };
  const shown: { opened?: OpenedArticle } = {};
  function Probe() {
    shown.opened = useSavedArticle(library, early);
    return null;
  }
  act(() => render(<Probe />, document.body));
  const tellOf = (change: LibraryChange) =>
    act(async () => {
      tell(change);
      await new Promise(setImmediate);
    });
  return { shown, tell: tellOf };
}

test('after quick changes the last one is shown, and the article is not read for each of them', async () => {
  const { call, calls } = heldAnswers<[string], SavedArticle | null>();
  const { shown, tell } = showSaved({ open: call }, { kind: 'failed', error: new RectoError('not-found') });
  for (let change = 0; change < 5; change += 1) await tell({ ids: null });
  expect(calls.length).toBe(1);
  await act(async () => calls[0]?.answer(titled('older')));
  await act(async () => calls[1]?.answer(titled('newer')));
  expect(calls.length).toBe(2);
  expect(shown.opened).toMatchObject({ kind: 'opened', saved: { metadata: { title: 'newer' } } });
});

test('when the address changes meanwhile, the new article is shown, whichever is read first', async () => {
  goTo('first');
  const { call, calls } = heldAnswers<[string], SavedArticle | null>();
  const { shown, tell } = showSaved({ open: call }, { kind: 'failed', error: new RectoError('not-found') });
  await tell({ ids: null });
  goTo('second');
  await act(async () => void window.dispatchEvent(new Event('hashchange')));
  await act(async () => calls[1]?.answer(titled('second')));
  await act(async () => calls[0]?.answer(titled('first')));
  expect(shown.opened).toMatchObject({ kind: 'opened', saved: { metadata: { title: 'second' } } });
});

const picture: SavedPicture = { url: 'https://news.example/1.png', state: 'kept', problem: null, bytes: 1, blob: null };
const read = { kind: 'opened' as const, saved: titled('read'), pictures: [picture] };

test('an article that cannot be read again stays on the screen, and one that is gone does not', async () => {
  goTo(read.saved.metadata.id);
  const open = vi.fn<Library['open']>().mockRejectedValueOnce(new RectoError('storage-unavailable'));
  const { shown, tell } = showSaved({ open }, read);
  await tell({ ids: null });
  expect(shown.opened).toBe(read);
  open.mockResolvedValueOnce(null);
  await tell({ ids: null });
  expect(shown.opened).toMatchObject({ kind: 'failed', error: { code: 'not-found' } });
});

test('pictures that cannot be read again stay on the screen', async () => {
  goTo(read.saved.metadata.id);
  const openPictures = vi.fn<Library['openPictures']>().mockRejectedValueOnce(new Error('backing store'));
  const { shown, tell } = showSaved({ open: async () => titled('changed'), openPictures }, read);
  await tell({ ids: null });
  expect(shown.opened).toMatchObject({ saved: { metadata: { title: 'changed' } }, pictures: [picture] });
});

test('another article of the address that cannot be read is reported', async () => {
  goTo('other');
  const open = vi.fn<Library['open']>().mockRejectedValueOnce(new RectoError('storage-unavailable'));
  const { shown, tell } = showSaved({ open }, read);
  await tell({ ids: null });
  expect(shown.opened).toMatchObject({ kind: 'failed', error: { code: 'storage-unavailable' } });
});

test('an article that was read stays when a further reading fails', async () => {
  goTo(read.saved.metadata.id);
  const { call, calls } = heldAnswers<[string], SavedArticle | null>();
  const open = async (id: string) => (await call(id)) ?? Promise.reject(new RectoError('storage-unavailable'));
  const { shown, tell } = showSaved({ open }, read);
  await tell({ ids: null });
  await tell({ ids: null });
  await act(async () => calls[0]?.answer(titled('changed')));
  await act(async () => calls[1]?.answer(null));
  expect(shown.opened).toMatchObject({ kind: 'opened', saved: { metadata: { title: 'changed' } } });
});
