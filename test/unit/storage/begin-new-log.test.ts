import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import 'fake-indexeddb/auto';
import { beginNewLog } from '../../../src/storage/begin-new-log.ts';

afterEach(() => vi.unstubAllGlobals());

function factoryAt(protocol: string): IDBFactory {
  const factory = new IDBFactory();
  vi.stubGlobal('location', { protocol });
  vi.stubGlobal('indexedDB', factory);
  return factory;
}

test('in Chromium a database is deleted, and none is left', async () => {
  const factory = factoryAt('chrome-extension:');
  const deleted = vi.spyOn(factory, 'deleteDatabase');
  await beginNewLog();
  expect(deleted).toHaveBeenCalledOnce();
  expect(await factory.databases()).toEqual([]);
});

test('in Firefox nothing is done', async () => {
  const opened = vi.spyOn(factoryAt('moz-extension:'), 'open');
  await beginNewLog();
  expect(opened).not.toHaveBeenCalled();
});
