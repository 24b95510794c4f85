import { vi } from 'vitest';
import type { BackgroundLibrary } from '../../../src/background/background-library.ts';
import { receiptOf } from '../../../src/model/pictures/picture.ts';
import { fakePictureQueue } from './fake-picture-queue.ts';
import { sampleMetadata } from './sample-article.ts';
import { sampleHighlight } from './sample-highlight.ts';

const receipt = { id: 'a1', savedAt: 1_800_000_000_000, existed: false };

/** A library that records what it is asked; nothing is in it until a test says so. */
export function fakeLibrary() {
  return {
    save: vi.fn<BackgroundLibrary['save']>(async () => receipt),
    joinKept: vi.fn<BackgroundLibrary['joinKept']>(async () => undefined),
    updateCopy: vi.fn<BackgroundLibrary['updateCopy']>(async () => receipt),
    saveLink: vi.fn<BackgroundLibrary['saveLink']>(async () => receipt),
    undoSave: vi.fn<BackgroundLibrary['undoSave']>(async () => true),
    move: vi.fn<BackgroundLibrary['move']>(async () => undefined),
    restore: vi.fn<BackgroundLibrary['restore']>(async () => undefined),
    dropDeleted: vi.fn<BackgroundLibrary['dropDeleted']>(async () => undefined),
    keepHidden: vi.fn<BackgroundLibrary['keepHidden']>(async () => undefined),
    keepPosition: vi.fn<BackgroundLibrary['keepPosition']>(async () => undefined),
    markOpened: vi.fn<BackgroundLibrary['markOpened']>(async () => undefined),
    noteLostText: vi.fn<BackgroundLibrary['markOpened']>(async () => undefined),
    watchForLoss: vi.fn(async () => undefined),
    dropLeftPictures: vi.fn<BackgroundLibrary['dropLeftPictures']>(async () => undefined),
    purgeDeleted: vi.fn<BackgroundLibrary['purgeDeleted']>(async () => undefined),
    emptyDeleted: vi.fn<BackgroundLibrary['emptyDeleted']>(async () => undefined),
    setFavourite: vi.fn<BackgroundLibrary['setFavourite']>(async () => undefined),
    changeTags: vi.fn<BackgroundLibrary['changeTags']>(async () => undefined),
    keepFetched: vi.fn<BackgroundLibrary['keepFetched']>(async () => undefined),
    endFetch: vi.fn<BackgroundLibrary['endFetch']>(async () => undefined),
    replaceTag: vi.fn<BackgroundLibrary['replaceTag']>(async () => ({ changed: [], joined: [] })),
    tidyIndex: vi.fn<BackgroundLibrary['tidyIndex']>(async () => undefined),
    tags: vi.fn<BackgroundLibrary['tags']>(async () => []),
    mendSearch: vi.fn<BackgroundLibrary['mendSearch']>(async () => null),
    counts: vi.fn<BackgroundLibrary['counts']>(async () => ({ list: 0, archive: 0, deleted: 0 })),
    list: vi.fn<BackgroundLibrary['list']>(async () => ({ items: [], next: null })),
    continueReading: vi.fn<BackgroundLibrary['continueReading']>(async () => []),
    search: vi.fn<BackgroundLibrary['search']>(async () => ({ hits: [], more: false, damaged: false })),
    find: vi.fn<BackgroundLibrary['find']>(async () => null),
    open: vi.fn<BackgroundLibrary['open']>(async () => null),
    copies: vi.fn<BackgroundLibrary['copies']>(async () => []),
    openCopy: vi.fn<BackgroundLibrary['openCopy']>(async () => null),
    useCopy: vi.fn<BackgroundLibrary['useCopy']>(async () => undefined),
    dropCopy: vi.fn<BackgroundLibrary['dropCopy']>(async () => undefined),
    highlights: vi.fn<BackgroundLibrary['highlights']>(async () => []),
    allHighlights: vi.fn<BackgroundLibrary['allHighlights']>(async () => []),
    addHighlight: vi.fn<BackgroundLibrary['addHighlight']>(async (articleId, draft) => ({
      ...draft,
      ...{ id: 'h1', articleId, note: '', createdAt: 1, changedAt: 1 },
    })),
    changeHighlight: vi.fn<BackgroundLibrary['changeHighlight']>(async (id) => sampleHighlight({ id })),
    removeHighlight: vi.fn<BackgroundLibrary['removeHighlight']>(async () => null),
    restoreHighlight: vi.fn<BackgroundLibrary['restoreHighlight']>(async () => undefined),
    pictureReceipt: vi.fn<BackgroundLibrary['pictureReceipt']>(async () => receiptOf([])),
    openPictures: vi.fn<BackgroundLibrary['openPictures']>(async () => []),
    pictureQueue: fakePictureQueue(),
    metadata: vi.fn<BackgroundLibrary['metadata']>(async (ids) => ids.map((id) => sampleMetadata({ id }))),
  } satisfies BackgroundLibrary;
}
