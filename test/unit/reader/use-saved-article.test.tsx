// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import type { Library, LibraryChange } from '../../../src/model/library.ts';
import { RectoError } from '../../../src/model/recto-error.ts';
import type { SavedArticle } from '../../../src/model/saved-article.ts';
import type { EarlyOpening } from '../../../src/reader/open-early.ts';
import type { OpenedArticle } from '../../../src/reader/open-from-address.ts';
import { useSavedArticle } from '../../../src/reader/use-saved-article.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const saved = (title: string): SavedArticle => ({
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
  await calls[1]?.answer(saved('newer'));
  await calls[0]?.answer(saved('older'));
  expect(opened).toMatchObject({ kind: 'opened', saved: { metadata: { title: 'newer' } } });
});
