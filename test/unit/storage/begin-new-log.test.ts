import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { beginNewLog } from '../../../src/storage/begin-new-log.ts';

afterEach(() => vi.unstubAllGlobals());

test('in Chromium a database is deleted, and none is left', async () => {
  vi.stubGlobal('location', { protocol: 'chrome-extension:' });
  const factory = new IDBFactory();
  const deleted = vi.spyOn(factory, 'deleteDatabase');
  await beginNewLog(factory);
  expect(deleted).toHaveBeenCalledOnce();
  expect(await factory.databases()).toEqual([]);
});

test('in Firefox nothing is done', async () => {
  vi.stubGlobal('location', { protocol: 'moz-extension:' });
  const factory = new IDBFactory();
  const opened = vi.spyOn(factory, 'open');
  await beginNewLog(factory);
  expect(opened).not.toHaveBeenCalled();
});
