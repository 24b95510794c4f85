import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { notes, readWhole, told } from './read-whole.ts';

/** A page in Omnivore's list. */
const ROW = {
  slug: 'one',
  title: 'One',
  url: 'https://a.example/1',
  state: 'Active',
  savedAt: '2024-01-02T03:04:05Z',
};

test('Omnivore: the archive with its texts, highlights and states', async () => {
  const row = {
    slug: 'one',
    title: 'One',
    author: 'Ann',
    url: 'https://a.example/1',
    state: 'Archived',
    labels: [{ name: 'sea' }, 'salt'],
  };
  const zip = zipSync({
    'metadata_0_to_20.json': strToU8(
      JSON.stringify([
        {
          ...row,
          savedAt: '2024-01-02T03:04:05.000Z',
          readingProgress: 50,
          highlights: [{ quote: 'Q', annotation: 'N' }],
        },
        {
          slug: 'gone',
          title: 'Gone',
          url: 'https://a.example/gone',
          state: 'DELETED',
          savedAt: '2024-01-01T00:00:00Z',
        },
      ]),
    ),
    'content/one.html': strToU8('<p>Text</p>'),
    'highlights/one.md': strToU8('> Q'),
  });
  const { source, items, refused } = await readWhole(zip as Uint8Array<ArrayBuffer>);
  expect(source).toBe('omnivore');
  expect(told(items)).toEqual([['https://a.example/1', 'One', '2024-01-02T03:04:05.000Z', 'archive', '', 'sea+salt']]);
  expect(items[0]).toMatchObject({ byline: 'Ann', progress: 0.5 });
  expect(await items[0]?.html?.text()).toBe('<p>Text</p>');
  expect(notes(items)).toEqual([['Q', 'N']]);
  expect(refused).toEqual([{ kind: 'refused', what: 'Gone', reason: 'deleted' }]);
});

test('Omnivore: highlights in files beside the list', async () => {
  const zip = zipSync({
    'metadata_0_to_20.json': strToU8(JSON.stringify([ROW])),
    'highlights/one.md': strToU8(
      'About the page\n\n\n\n> First line\n> second line \n\nMy note\n\nin two parts\n\n> Next \n\n#sea',
    ),
  });
  const { items } = await readWhole(zip as Uint8Array<ArrayBuffer>);
  expect(notes(items)).toEqual([
    ['', 'About the page'],
    ['First line\nsecond line', 'My note\n\nin two parts'],
    ['Next', '#sea'],
  ]);
});

test('Pocket: the archive with its tables and the highlights beside them', async () => {
  const zip = zipSync({
    'annotations/part_000000.json': strToU8(
      JSON.stringify([
        { url: 'https://a.example/1', title: 'One', highlights: [{ quote: 'Q', created_at: 1_700_000_001 }] },
      ]),
    ),
    'part_000000.csv': strToU8('title,url,time_added,tags,status\nOne,https://a.example/1,1700000000,go,archive\n'),
  });
  const { source, items } = await readWhole(zip as Uint8Array<ArrayBuffer>);
  expect(source).toBe('pocket');
  expect(told(items)[0]).toEqual(['https://a.example/1', 'One', '2023-11-14T22:13:20.000Z', 'archive', '', 'go']);
  expect(items[1]?.notes).toEqual([{ quote: 'Q', note: '', colour: 'yellow', at: 1_700_000_001_000 }]);
});

test('Pocket: a table of an unknown program comes last, wherever it is in the archive', async () => {
  const zip = zipSync({
    'collections/sea.csv': strToU8('url,title\nhttps://a.example/1,One\n'),
    'part_000000.csv': strToU8('title,url,time_added,tags,status\nOne,https://a.example/1,1700000000,go,archive\n'),
  });
  const { source, items } = await readWhole(zip as Uint8Array<ArrayBuffer>);
  expect([source, ...items.map(({ place }) => place)]).toEqual(['pocket', 'archive', 'list']);
});

test('Omnivore: an archive that was repacked with a folder around everything', async () => {
  const zip = zipSync({
    'my export/metadata_0_to_20.json': strToU8(JSON.stringify([ROW])),
    'my export/content/one.html': strToU8('<p>Text</p>'),
    'my export/highlights/one.md': strToU8('> Q'),
  });
  const { items } = await readWhole(zip as Uint8Array<ArrayBuffer>);
  expect(await items[0]?.html?.text()).toBe('<p>Text</p>');
  expect(notes(items)).toEqual([['Q', '']]);
});
