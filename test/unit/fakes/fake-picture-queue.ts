import { vi } from 'vitest';
import type { LibraryPictures, PendingPicture } from '../../../src/storage/pictures/library-pictures.ts';

/** A picture queue in memory; what was settled is recorded. */
export function fakePictureQueue() {
  const waiting: PendingPicture[] = [];
  const settle = (key: { url: string }): void => {
    const at = waiting.findIndex(({ url }) => url === key.url);
    if (at >= 0) waiting.splice(at, 1);
  };
  return {
    waiting,
    pending: vi.fn<LibraryPictures['pending']>(async (id) => waiting.filter(({ articleId }) => articleId === id)),
    next: vi.fn<LibraryPictures['next']>(async () => waiting[0] ?? null),
    countPending: vi.fn<LibraryPictures['countPending']>(async () => waiting.length),
    keep: vi.fn<LibraryPictures['keep']>(async (key) => settle(key)),
    refuse: vi.fn<LibraryPictures['refuse']>(async (key) => settle(key)),
    requeue: vi.fn<LibraryPictures['requeue']>(async () => waiting.map(({ url }) => url)),
  } satisfies LibraryPictures & { waiting: PendingPicture[] };
}
