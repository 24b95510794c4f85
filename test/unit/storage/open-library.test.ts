import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import type { Library } from '../../../src/model/library.ts';

const extension = { inIncognitoContext: false };
vi.mock('../../../src/platform/browser.ts', () => ({ browser: { extension } }));
const { connectLibrary } = await import('../../../src/storage/library-connection.ts');
const { openLibrary } = await import('../../../src/storage/open-library.ts');

const REMOTE = { tags: vi.fn(async () => ['asked']), save: vi.fn() } as unknown as Library;

test('a page reads from the database, also what is loaded on demand, and changes by message', async () => {
  extension.inIncognitoContext = false;
  const library = openLibrary(REMOTE, connectLibrary);
  expect(await library.counts()).toEqual({ list: 0, archive: 0, deleted: 0 });
  expect(await library.tags()).toEqual([]);
  expect(library.save).toBe(REMOTE.save);
});

test('in a private window nothing is connected, and reading goes by message, too', () => {
  extension.inIncognitoContext = true;
  const connect = vi.fn(connectLibrary);
  expect(openLibrary(REMOTE, connect)).toBe(REMOTE);
  expect(connect).not.toHaveBeenCalled();
});
