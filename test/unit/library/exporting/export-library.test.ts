// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { Blob as NodeBlob } from 'node:buffer';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { ExportFormat } from '../../../../src/library/exporting/export-format.ts';
import { exportLibrary } from '../../../../src/library/exporting/export-library.ts';
import type { ImportedItem } from '../../../../src/model/imported-item.ts';
import { keepPosition, moveItems } from '../../../../src/storage/change-items.ts';
import {
  addHighlight,
  changeHighlight,
  removeHighlight,
} from '../../../../src/storage/highlights/change-highlights.ts';
import { recordOfImport } from '../../../../src/storage/importing/imported-record.ts';
import { writeImported } from '../../../../src/storage/importing/write-imported.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { keepPicture } from '../../../../src/storage/pictures/settle-picture.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { sampleArticle } from '../../storage/sample-article.ts';

const WORDS = {
  locale: 'en',
  listTitle: 'Reading list',
  contents: 'Contents',
  highlights: 'Highlights',
  original: 'Original',
  openInPage: 'Open in page',
  colours: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink' },
};

/** As a file of ten years ago brings it. */
const LINK: ImportedItem = {
  ...{ url: '', title: 'Old', byline: null, publishedTime: null, lang: null, excerpt: null, savedAt: 1000 },
  ...{ place: 'list', favourite: false, tags: [], progress: null, notes: [], html: null },
};

const HIDDEN = 'Nobody on the island owns a clock.';

test.each<ExportFormat>(['markdown', 'html'])('a block hidden by hand is in the export as %s', async (format) => {
  const database = await openDatabase();
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  const kept = await database.get('metadata', id);
  if (!kept) throw new Error('nothing was saved');
  const blocks = [{ quote: HIDDEN, nth: 0 }];
  await database.put('metadata', { ...kept, hidden: { at: 2000, blocks } });
  const connection = { database: async () => database, close: () => undefined, forget: async () => undefined };
  const { file } = await exportLibrary(connection, { format, onlyChanged: false, words: WORDS });
  expect(await textOf(file)).toContain(HIDDEN);
});

test('items that differ from their last export are exported again, whatever their dates', async () => {
  const database = await openDatabase();
  const connection = { database: async () => database, close: () => undefined, forget: async () => undefined };
  const export_ = async (onlyChanged: boolean) => {
    const { file } = await exportLibrary(connection, { format: 'csv', onlyChanged, words: WORDS });
    return file && ((await textOf(file)) as string).match(/news\.example\/\w+/g)?.sort();
  };
  const save = async (name: string) =>
    (await saveArticle(database, { article: sampleArticle({ url: `https://news.example/${name}` }) }, 2000)).id;
  await database.clear('metadata');
  const [marked, unread] = [await save('marked'), await save('unread')];
  const anchor = { exact: 'lit', prefix: '', suffix: '', start: 0, end: 3, colour: 'yellow' } as const;
  const mark = await addHighlight(database, marked, anchor, 3000);
  expect(await export_(true)).toEqual(['news.example/marked', 'news.example/unread']);
  expect(await export_(true)).toBeNull();
  for (const change of [{ note: 'ask Maren' }, { colour: 'blue' as const }]) {
    await changeHighlight(database, mark.id, change, 4000);
    expect(await export_(true)).toEqual(['news.example/marked']);
  }

  await removeHighlight(database, mark.id);
  await writeImported(database, [recordOfImport({ ...LINK, url: 'https://news.example/imported' }, null)]);
  expect(await export_(true)).toEqual(['news.example/imported', 'news.example/marked']);
  await moveItems(database, [unread], 'archive', { today: 0, now: 1 });
  expect(await export_(true)).toEqual(['news.example/unread']);
  expect(await export_(false)).toHaveLength(3);
  expect(await export_(true)).toBeNull();
});

test('an item with a new reading position is exported again only to formats that contain it', async () => {
  const database = await openDatabase();
  const connection = { database: async () => database, close: () => undefined, forget: async () => undefined };
  const written = async (format: ExportFormat) =>
    (await exportLibrary(connection, { format, onlyChanged: true, words: WORDS })).written;
  await database.clear('metadata');
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  expect([await written('csv'), await written('markdown')]).toEqual([1, 1]);
  const position = { block: 1, offset: 0, quote: '', progress: 0.5, at: 2000 };
  await keepPosition(database, id, position, 2000);
  expect([await written('csv'), await written('markdown')]).toEqual([1, 0]);
  expect(await written('csv')).toBe(0);
});

test.each<ExportFormat>(['markdown', 'html', 'epub'])(
  'an article whose text the browser has lost is told, and no file is written in its place as %s',
  async (format) => {
    const database = await openDatabase();
    const connection = { database: async () => database, close: () => undefined, forget: async () => undefined };
    const export_ = (onlyChanged = false) => exportLibrary(connection, { format, onlyChanged, words: WORDS });
    await database.clear('metadata');
    const article = sampleArticle({ url: 'https://news.example/lost' });
    const { id } = await saveArticle(database, { article }, 1000);
    const body = await database.get('bodies', id);
    if (!body) throw new Error('nothing was saved');
    await database.delete('bodies', id);
    expect(await export_()).toMatchObject({ file: null, name: '', written: 0, withoutText: 0, unreadable: 1 });

    await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/whole' }) }, 2000);
    expect(await export_()).toMatchObject({ file: expect.any(Blob), written: 1, unreadable: 1 });
    // It is not taken for exported: once its text is there again it is among what has changed.
    await database.put('bodies', body);
    expect(await export_(true)).toMatchObject({ written: 1, unreadable: 0 });
    expect(await export_(true)).toMatchObject({ file: null, written: 0 });
  },
);

test('a damaged entry is reported', async () => {
  const database = await openDatabase();
  const connection = { database: async () => database, close: () => undefined, forget: async () => undefined };
  await database.clear('metadata');
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  const kept = await database.get('metadata', id);
  await database.put('metadata', { ...kept, id: 'damaged', title: 1 } as never);
  const request = { format: 'csv', onlyChanged: false, words: WORDS } as const;
  expect(await exportLibrary(connection, request)).toMatchObject({ written: 1, unreadable: 1 });
});

test('stored pictures whose bytes cannot be read are counted, except those that only an older text shows', async () => {
  const database = await openDatabase();
  const connection = { database: async () => database, close: () => undefined, forget: async () => undefined };
  await database.clear('metadata');
  const addressOf = (name: string) => `https://pictures.example/${name}.png`;
  const names = ['whole', 'lost', 'unreadable', 'older'];
  const html = names.map((name) => `<p>The tide.</p><img src="${addressOf(name)}">`).join('');
  const { id } = await saveArticle(database, { article: sampleArticle({ html }) }, 1000);
  for (const hash of names) {
    // The window's own files are not stored as such here.
    const bytes = new NodeBlob([hash], { type: 'image/png' }) as unknown as Blob;
    await keepPicture(database, { articleId: id, url: addressOf(hash) }, { bytes, hash });
  }
  await database.delete('pictures', 'lost');
  const older = await database.get('pictureJobs', [id, addressOf('older')]);
  if (!older) throw new Error('nothing was kept');
  await database.put('pictureJobs', { ...older, shown: false });
  const { get } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    if (key === 'unreadable') throw new DOMException('Data lost due to missing file.', 'NotReadableError');
    return get.call(this, key);
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const result = await exportLibrary(connection, { format: 'html', onlyChanged: false, words: WORDS });
  expect(result).toMatchObject({ written: 1, unreadable: 0, picturesMissing: 2 });
  expect(((await textOf(result.file)) as string).match(/<img /g)).toHaveLength(1);
});

/** jsdom's files can be read in this way only. */
const textOf = (file: Blob | null) =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result));
    reader.readAsText(file ?? new Blob());
  });
