import { makeBackup } from '../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../src/storage/backup/restore-backup.ts';
import { readAllHighlights } from '../../src/storage/highlights/read-highlights.ts';
import { recordOfImport } from '../../src/storage/importing/imported-record.ts';
import { writeImported } from '../../src/storage/importing/write-imported.ts';
import type { LibraryDatabase } from '../../src/storage/library-schema.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { refusePicture } from '../../src/storage/pictures/settle-picture.ts';
import { readList } from '../../src/storage/read-items.ts';
import { readTags } from '../../src/storage/read-tags.ts';
import { saveArticle } from '../../src/storage/save-article.ts';
import { searchLibrary } from '../../src/storage/search/search-library.ts';
import { sampleMaker } from '../bench-library/sample-maker.ts';

/** Empties the library, fills it, and gives what is measured. */
type StorageStage = (size: number) => Promise<() => Promise<unknown>>;

/** What Recto does with a library in which there is much of one thing. */
export const STORAGE_STAGES: Record<string, StorageStage> = {
  'list of links': async (size) => {
    const database = await emptied();
    await importLinks(database, size);
    return () => readList(database, { place: 'list', limit: size });
  },
  'import of links': async (size) => {
    const database = await emptied();
    return () => importLinks(database, size);
  },
  'backup of links': async (size) => {
    const database = await emptied();
    await importLinks(database, size);
    return () => makeBackup(database, {});
  },
  'restore of links': async (size) => {
    const database = await emptied();
    await importLinks(database, size);
    return restoring(database);
  },
  'restore of one article with highlights': async (size) => {
    const database = await emptied();
    await addNotes(database, await saveOne(database), size);
    return restoring(database);
  },
  'all highlights': async (size) => {
    const database = await emptied();
    await addNotes(database, await saveOne(database), size);
    return () => readAllHighlights(database);
  },
  'restore of one article with pictures': async (size) => {
    const database = await emptied();
    await saveOne(database, pictures(size));
    return restoring(database);
  },
  'pictures of one article that end': async (size) => {
    const database = await emptied();
    const articleId = await saveOne(database, pictures(size));
    return async () => {
      for (let at = 0; at < size; at += 1) await refusePicture(database, { articleId, url: pictureAt(at) }, 'gone');
    };
  },
  'tags of one article': async (size) => {
    const database = await emptied();
    const tags = Array.from({ length: size }, (_, at) => `tag ${at}`);
    await importLinks(database, 1, tags);
    return () => readTags(database);
  },
  'search for a word that stands there so often': async (size) => {
    const database = await emptied();
    await saveOne(database, { text: 'harbour tide '.repeat(size) });
    return () => searchLibrary(database, { text: '"harbour tide"', limit: 20 });
  },
  'search for a run of Chinese as long': async (size) => {
    const database = await emptied();
    await saveOne(database, { text: '讀完這一頁'.repeat(size) });
    return () => searchLibrary(database, { text: '讀完這一頁'.repeat(size / 20), limit: 20 });
  },
  'search for a phrase as long': async (size) => {
    const database = await emptied();
    const text = Array.from({ length: size }, (_, at) => `word${at % 700}`).join(' ');
    await saveOne(database, { text });
    return () => searchLibrary(database, { text: `"${text.slice(0, size)}"`, limit: 20 });
  },
};

async function emptied(): Promise<LibraryDatabase> {
  const database = await openDatabase();
  const stores = [...database.objectStoreNames];
  const transaction = database.transaction(stores, 'readwrite');
  await Promise.all(stores.filter((name) => name !== 'tallies').map((name) => transaction.objectStore(name).clear()));
  await transaction.done;
  return database;
}

/** Empties the library and restores what was in it. */
async function restoring(database: LibraryDatabase): Promise<() => Promise<unknown>> {
  const file = await makeBackup(database, {});
  await emptied();
  return () => restoreBackup(database, file);
}

const make = sampleMaker();

/** Gives the id of the only article. */
async function saveOne(database: LibraryDatabase, over: { html?: string; text?: string } = {}): Promise<string> {
  return (await saveArticle(database, { article: { ...make(1), ...over } })).id;
}

const pictureAt = (at: number): string => `https://pictures.example/${at}.png`;

const pictures = (size: number) => ({
  html: Array.from({ length: size }, (_, at) => `<p><img src="${pictureAt(at)}"></p>`).join(''),
});

async function addNotes(database: LibraryDatabase, articleId: string, size: number): Promise<void> {
  const transaction = database.transaction('highlights', 'readwrite');
  for (let at = 0; at < size; at += 1) {
    const place = { exact: 'tide', prefix: '', suffix: '', start: at, end: at + 4 };
    const facts = { colour: 'yellow', note: `Note ${at}`, createdAt: at, changedAt: at } as const;
    await transaction.store.put({ ...place, ...facts, id: crypto.randomUUID(), articleId });
  }
  await transaction.done;
}

const AT_ONCE = 200;

async function importLinks(database: LibraryDatabase, size: number, tags: string[] = ['tide']): Promise<void> {
  for (let from = 0; from < size; from += AT_ONCE) {
    const records = Array.from({ length: Math.min(AT_ONCE, size - from) }, (_, at) => {
      const facts = { byline: null, publishedTime: null, lang: null, excerpt: null, progress: null, html: null };
      const kept = { savedAt: from + at, place: 'list', favourite: false, tags, notes: [] } as const;
      const item = {
        ...facts,
        ...kept,
        notes: [],
        url: `https://links.example/${from + at}`,
        title: `Link ${from + at}`,
      };
      return recordOfImport(item, null);
    });
    await writeImported(database, records);
  }
}
