import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { checkLibrary, exportDamaged } from '../../../src/storage/check-library.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';

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
