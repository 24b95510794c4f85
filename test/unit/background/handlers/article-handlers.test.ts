import { expect, test, vi } from 'vitest';
import type { BackgroundLibrary } from '../../../../src/background/background-library.ts';
import type { MessageSender } from '../../../../src/messaging/listen.ts';
import { sampleMetadata } from '../../fakes/sample-article.ts';

vi.mock('../../../../src/platform/browser.ts', () => ({ browser: {} }));

const { articleHandlers } = await import('../../../../src/background/handlers/article-handlers.ts');

const own = sampleMetadata();
const other = sampleMetadata({ id: 'a2', url: 'https://other.example/', urlKey: 'https://other.example/' });
const page: MessageSender = { kind: 'content-script', url: own.url, tabId: 7, isPrivate: false };

function handlers() {
  const library = {
    metadata: async (ids: string[]) => [own, other].filter(({ id }) => ids.includes(id)),
    move: vi.fn(async () => undefined),
    restore: vi.fn(async () => undefined),
  };
  const onChange = vi.fn();
  return { ...articleHandlers(library as unknown as BackgroundLibrary, onChange), library, onChange };
}

test('a page may have its own article moved and restored, in a private window too, and no other', async () => {
  const { library, onChange, ...handle } = handlers();
  await handle['article.move']({ ids: ['a1'], place: 'archive' }, { ...page, isPrivate: true });
  await handle['article.restore']({ ids: ['a1'] }, page);
  expect([library.move.mock.calls, library.restore.mock.calls]).toEqual([[[['a1'], 'archive', undefined]], [[['a1']]]]);
  expect(onChange).toHaveBeenCalledTimes(2);

  const refused = expect.objectContaining({ code: 'bad-message' });
  await expect(handle['article.move']({ ids: ['a1', 'a2'], place: 'deleted' }, page)).rejects.toEqual(refused);
  await expect(handle['article.restore']({ ids: ['a2'] }, page)).rejects.toEqual(refused);
  expect([library.move.mock.calls.length, library.restore.mock.calls.length]).toEqual([1, 1]);
});
