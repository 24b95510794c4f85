import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { checkLibrary, exportDamaged } from '../../../src/storage/check-library.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('a record without its article is set aside, whatever is left of it, and does not block others', async () => {
  const database = await openDatabase();
  const texts = [{ id: 'a' }, { id: 'b', text: 7 }, { id: 'c', text: 'The tide\ncomes' }];
  const copies = [
    { articleId: 'a', keptAt: 1 },
    { articleId: 'a', keptAt: 2, article: { title: 'The sea' } },
  ];
  const highlights = [
    { id: 'h', articleId: 'a', exact: { of: 'no use' } },
    { id: 'i', articleId: 'a', exact: 'lamps' },
  ];
  for (const text of texts) await database.put('bodies', text as never);
  for (const copy of copies) await database.put('copies', copy as never);
  for (const highlight of highlights) await database.put('highlights', highlight as never);

  const { setAside, mended } = await checkLibrary(database);
  expect(setAside.map(({ title }) => title)).toEqual([null, null, 'The tide', null, 'lamps', null, 'The sea']);
  expect(setAside.map(({ why }) => why).join()).not.toContain('cannot be read');
  expect(mended).toBe(0);
  for (const store of ['bodies', 'copies', 'highlights'] as const) expect(await database.count(store)).toBe(0);
  const kept: { value: unknown }[] = JSON.parse(await (await exportDamaged(database)).text());
  for (const record of [...texts, ...copies, ...highlights])
    expect(kept.map(({ value }) => value)).toContainEqual(record);
  expect(await checkLibrary(database)).toMatchObject({ checked: 0, mended: 0, setAside: [] });
});

test('a record that cannot be repaired is set aside with all that is left of it, and nothing is deleted', async () => {
  const database = await openDatabase();
  await database.put('metadata', { id: 'bad', title: 'Bad', place: 'list', sort: 1, url: 'javascript:1' } as never);
  await database.put('bodies', {
    id: 'lost',
    html: '',
    text: 'First line\nmore',
    contentHash: 'x',
    leadImage: null,
    attribution: null,
  });
  const anchor = { exact: 'words', prefix: '', suffix: '', start: 0, end: 5 };
  await database.put('highlights', {
    id: 'h',
    articleId: 'nobody',
    ...anchor,
    colour: 'pink',
    note: 'n',
    createdAt: 1,
    changedAt: 1,
  });
  const { setAside } = await checkLibrary(database);
  expect(setAside.map(({ title }) => title)).toEqual(['Bad', 'First line', 'words']);
  const left = JSON.parse(await (await exportDamaged(database)).text());
  expect(left).toMatchObject([
    { store: 'bodies', why: 'a text without its entry', value: { text: 'First line\nmore' } },
    { store: 'highlights', why: 'a highlight without its article', value: { ...anchor, colour: 'pink', note: 'n' } },
    {
      store: 'metadata',
      why: 'a field is missing or damaged',
      value: { metadata: { url: 'javascript:1' }, body: null },
    },
  ]);
  expect(await checkLibrary(database)).toMatchObject({ checked: 0, setAside: [] });
});
