import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { changeTags, moveItems, setFavourite } from '../../../../src/storage/change-items.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { readTags } from '../../../../src/storage/read-tags.ts';
import { saveArticle, saveLink } from '../../../../src/storage/save-article.ts';
import { keepSearchIndex } from '../../../../src/storage/search/keep-search-index.ts';
import { mergeSegments } from '../../../../src/storage/search/merge-segments.ts';
import { rebuildIndex } from '../../../../src/storage/search/rebuild-index.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { REINDEX_STORES, reindexItem } from '../../../../src/storage/search/write-index-entry.ts';
import { undoSave } from '../../../../src/storage/undo-save.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { writeStrictly } from '../../../../src/storage/write-strictly.ts';
import { sampleArticle } from '../sample-article.ts';

let database: LibraryDatabase;
let count = 0;
const tidyIndex = () => keepSearchIndex().tidy(database);
const freshUrl = (): string => {
  count += 1;
  return `https://news.example/${count}`;
};

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});

const keep = (title: string, text: string, url = freshUrl()) =>
  saveArticle(database, { article: sampleArticle({ title, text, url }) });
const titles = async (query: string): Promise<string[]> =>
  (await searchLibrary(database, { text: query, limit: 20 })).hits.map((hit) => hit.metadata.title);

test.each([
  ['a word of the body', 'lighthouse', 'The lighthouse keeper left in May.'],
  ['without diacritics', 'creme', 'A crème brûlée.'],
  ['a longer word', 'light', 'The lighthouse keeper left in May.'],
  ['words in any order', 'may keeper', 'The lighthouse keeper left in May.'],
  ['a phrase', '"keeper left"', 'The lighthouse keeper left in May.'],
  ['Chinese inside a sentence', '互联网', '中国互联网络信息中心发布报告。'],
  ['simplified finds traditional', '互联网', '中國互聯網絡資訊中心發佈報告。'],
  ['traditional finds simplified', '互聯網', '中国互联网络信息中心发布报告。'],
  ['one character', '报', '发布报告。'],
  ['the last character of a sentence', '告', '发布报告。'],
  ['full width', 'ABC', '型号ＡＢＣ的手机。'],
  ['Japanese', 'データ', '個人のﾃﾞｰﾀを守る。'],
  ['Korean inside a word', '도서', '한국도서관협회는 오늘'],
  ['Thai', 'ประเทศ', 'สวัสดีประเทศไทย'],
  ['Arabic without vowel signs', 'كتاب', 'هذا كِتَابٌ جديد'],
  ['Arabic behind the article', 'كتاب', 'قرأت الكتاب الجديد'],
  ['Arabic behind article and conjunction', 'الكتاب', 'القلم والكتاب على الطاولة'],
  ['Arabic behind preposition and article', 'كتاب', 'صفحات للكتاب الأول'],
  ['French behind an elided article', 'économie', 'La crise de l’économie mondiale.'],
  ['Italian behind an elided article', 'acqua', "Un bicchiere dell'acqua fresca."],
  ['what is elided, as it stands', "l'économie", 'La crise de l’économie mondiale.'],
  ['a compound with soft hyphens', 'Donaudampfschiff', 'Das Donau\u00addampf\u00adschiff legt ab.'],
  ['Korean in single letters', '도서관', '한국도서관협회는'.normalize('NFD')],
  ['kana with a voice mark of its own', 'データ', '個人のデータを守る。'.normalize('NFD')],
  ['Thai across a space of no width', 'ไทยแลนด์', 'มาจาก\u200bไทย\u200bแลนด์\u200bวันนี้'],
])('finds %s', async (_what, query, text) => {
  await keep('Wanted', text);
  await keep('Other', 'Nothing of the kind. 另外的文字。');
  expect(await titles(query)).toEqual(['Wanted']);
});

test.each([
  ['a phrase needs its words side by side', '"left keeper"'],
  ['characters of a run must follow each other', '互网联'],
  ['every word must be there', 'keeper june'],
])('%s', async (_what, query) => {
  await keep('Wanted', 'The lighthouse keeper left in May. 互联网');
  expect(await titles(query)).toEqual([]);
});

test('a search without words and filters finds nothing', async () => {
  await keep('Any', 'The lighthouse keeper left in May.');
  for (const text of ['', ' "" '])
    expect(await searchLibrary(database, { text, limit: 20 })).toMatchObject({ hits: [], more: false });
});

test('a run of Chinese is not found where only its pairs of characters occur separately', async () => {
  await keep('Apart', '互联的联网');
  expect(await titles('互联网')).toEqual([]);
});

test("the title counts more than the text, and the site's name is searched", async () => {
  await keep('In the text', 'Whales, and many other words about the sea and its ships.');
  await keep('Whales', 'Many other words about the sea and its ships and its harbours.');
  expect(await titles('whales')).toEqual(['Whales', 'In the text']);
  expect((await titles('news.example')).sort()).toEqual(['In the text', 'Whales']);
});

test('a text without a match shows its beginning and an ellipsis', async () => {
  const [long, short] = ['The keeper left in May, and nobody knew why. '.repeat(9), 'The keeper\nleft.'];
  for (const [title, text] of [
    ['A harbour', long],
    ['Another harbour', short],
  ] as const)
    await saveArticle(database, { article: sampleArticle({ title, text, url: freshUrl(), excerpt: null }) });
  const { hits } = await searchLibrary(database, { text: 'harbour', limit: 2 });
  const snippets = new Map(hits.map(({ metadata, snippet }) => [metadata.title, snippet]));
  expect(snippets.get('A harbour')).toBe(`${long.slice(0, 180)}…`);
  expect(snippets.get('Another harbour')).toBe('The keeper left.');
});

test('a snippet shows the match with marks, in the original spelling', async () => {
  await keep('Wanted', `${'Before. '.repeat(40)}Il mangea une crème brûlée froide. ${'After. '.repeat(40)}`);
  const [hit] = (await searchLibrary(database, { text: 'creme brulee', limit: 5 })).hits;
  expect(hit?.snippet).toMatch(/^….*Il mangea une crème brûlée froide\..*…$/);
  expect(hit?.marks.map(([start, end]) => hit.snippet.slice(start, end))).toEqual(['crème', 'brûlée']);
});

test('deleted, undone and updated texts are no longer found', async () => {
  const { id } = await keep('Deleted', 'walrus');
  await moveItems(database, [id], 'deleted', { today: 0 });
  await undoSave(database, await keep('Undone', 'walrus'));
  await keep('Updated', 'walrus', 'https://news.example/updated');
  const fresh = sampleArticle({ title: 'Updated', text: 'seal '.repeat(5), url: 'https://news.example/updated' });
  await updateCopy(database, fresh);
  expect(await titles('walrus')).toEqual([]);
  expect(await titles('seal')).toEqual(['Updated']);
});

test('links are found by title, and the article they become by its text', async () => {
  await saveLink(database, { url: 'https://news.example/later', title: 'Read about otters' });
  expect(await titles('otters')).toEqual(['Read about otters']);
  await keep('Otters', 'They hold hands.', 'https://news.example/later');
  expect(await titles('hands')).toEqual(['Otters']);
  expect(await titles('"read about"')).toEqual([]);
});

test('a damaged index answers with the rest and is rebuilt from the articles', async () => {
  for (let n = 0; n < 40; n += 1) await keep(`Number ${n}`, 'walrus');
  await tidyIndex();
  await keep('Fresh', 'walrus');
  await database.clear('searchBlocks');
  expect(await titles('walrus')).toEqual(['Fresh']);
  await tidyIndex();
  expect((await searchLibrary(database, { text: 'walrus', limit: 100 })).hits.length).toBe(41);
});

test('an index that is missing, or whose rebuild was interrupted, is rebuilt', async () => {
  for (let n = 0; n < 40; n += 1) await keep(`Number ${n}`, 'walrus');
  await database.clear('searchSegments');
  const end = () => {
    throw new Error('the worker ended');
  };
  await expect(rebuildIndex(database, end)).rejects.toThrow('the worker ended');
  await tidyIndex();
  expect((await searchLibrary(database, { text: 'walrus', limit: 100 })).hits.length).toBe(40);
});

test('filters by site, tag and state, alone and with words', async () => {
  const sea = await keep('Sea', 'About tides.', 'https://www.sea.example/a');
  const shore = await keep('Shore', 'About tides.', 'https://news.shore.example/b');
  await changeTags(database, [shore.id], { add: ['Slow Travel', '旅遊'] });
  await setFavourite(database, [sea.id], true);
  expect(await titles('tides site:sea.example')).toEqual(['Sea']);
  expect(await titles('tides site:shore.example')).toEqual(['Shore']);
  expect(await titles('tag:"slow travel" tides')).toEqual(['Shore']);
  expect(await titles('tag:旅游 tides')).toEqual(['Shore']);
  expect(await titles('tides -site:sea.example')).toEqual(['Shore']);
  expect(await titles('-tag:"slow travel"')).toEqual(['Sea']);
  expect(await titles('is:favourite')).toEqual(['Sea']);
  expect((await titles('is:unread')).sort()).toEqual(['Sea', 'Shore']);
  expect(await titles('is:read')).toEqual([]);
  await moveItems(database, [sea.id], 'deleted', { today: 0 });
  expect(await titles('is:favourite')).toEqual([]);
  expect(await titles('-tag:work')).toEqual(['Shore']);
});

test('a word finds a tag, also together with words of the text', async () => {
  const { id } = await keep('Tagged', 'About tides.');
  await keep('Other', 'About tides.');
  await changeTags(database, [id], { add: ['Travel', '机器学习'] });
  expect(await titles('travel')).toEqual(['Tagged']);
  expect(await titles('tides trav')).toEqual(['Tagged']);
  expect(await titles('機器學習')).toEqual(['Tagged']);
  await changeTags(database, [id], { remove: ['travel'] });
  expect(await titles('travel')).toEqual([]);
});

test.each([
  ['notes', 'Ask the harbourmaster', 'harbourmaster'],
  ['the last words of very long notes', `${'tide '.repeat(5000)}Ask the harbourmaster`, 'harbourmaster'],
  ['words of a phrase where the rest of long notes begins', `${'tide '.repeat(3838)}blue harbour`, '"blue harbour"'],
  ['characters there', `${'海'.repeat(3837)}互联网络信息中心`, '互联网络'],
])('%s are found, and shown as the snippet', async (_which, note, query) => {
  const { id } = await keep('Noted', 'About tides.');
  const where = { exact: 'tides', prefix: 'About ', suffix: '.', start: 6, end: 11, colour: 'blue' as const };
  await writeStrictly(database, REINDEX_STORES, async (transaction) => {
    const noted = { id: 'h1', articleId: id, ...where, note, createdAt: 1, changedAt: 1 };
    await transaction.objectStore('highlights').put(noted);
    await reindexItem(transaction, id);
  });
  const [hit] = (await searchLibrary(database, { text: query, limit: 5 })).hits;
  expect(hit?.metadata.title).toBe('Noted');
  expect(hit?.marks.map(([start, end]) => hit.snippet.slice(start, end))).toEqual([query.replaceAll('"', '')]);
});

test('gives as many results as were requested and says when there are more', async () => {
  for (let n = 0; n < 25; n += 1) await keep(`Number ${n}`, 'walrus');
  const first = await searchLibrary(database, { text: 'walrus', limit: 10 });
  const all = await searchLibrary(database, { text: 'walrus', limit: 25 });
  expect([first.hits.length, first.more, all.hits.length, all.more]).toEqual([10, true, 25, false]);
});

test('filters give pages of hundreds, the newest of list and archive first', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 450; n += 1) {
    ids.push((await saveLink(database, { url: freshUrl(), title: `Link ${n}` }, 1000 + n)).id);
  }
  await moveItems(database, ids.slice(440, 441), 'archive', { today: 0, now: 2000 });
  for (const at of [1100, 1400]) await saveArticle(database, { article: sampleArticle({ url: freshUrl() }) }, at);
  const { hits, more } = await searchLibrary(database, { text: 'is:link', limit: 400 });
  expect([hits.length, more]).toEqual([400, true]);
  expect([hits[0], hits[399]].map((hit) => hit?.metadata.title)).toEqual(['Link 440', 'Link 50']);
  expect(new Set(hits.map(({ metadata }) => `${metadata.kind} ${metadata.title}`)).size).toBe(400);
  expect(hits.every(({ metadata }) => metadata.kind === 'link')).toBe(true);
});

test('a damaged posting list is reported and hides only its own segment', async () => {
  for (let n = 0; n < 20; n += 1) await keep(`Number ${n}`, 'walrus');
  await mergeSegments(database);
  await keep('Fresh', 'walrus');
  for (const block of await database.getAll('searchBlocks')) {
    await database.put('searchBlocks', { ...block, bytes: block.bytes.slice(0, 10) });
  }
  const { hits, damaged } = await searchLibrary(database, { text: 'walrus', limit: 5 });
  expect(hits.map(({ metadata }) => metadata.title)).toContain('Fresh');
  expect(damaged).toBe(true);
});

test('a rebuild reports its progress, runs once, and ends', async () => {
  for (let n = 0; n < 70; n += 1) await keep(`Number ${n}`, 'walrus');
  const onMended = vi.fn();
  const keeper = keepSearchIndex(onMended);
  expect(await keeper.mend(database, false)).toBeNull();
  await database.clear('searchSegments');
  const told = [];
  for (let state = await keeper.mend(database, false); state; state = await keeper.mend(database, false)) {
    told.push(state);
    await new Promise(setImmediate);
  }
  expect(told[0]).toEqual({ done: 0, total: 70 });
  expect(told.some(({ done }) => done > 0)).toBe(true);
  expect(onMended).toHaveBeenCalledTimes(1);
  expect((await searchLibrary(database, { text: 'walrus', limit: 100 })).hits).toHaveLength(70);
});

test('an index with garbage records is rebuilt once a query has reported it', async () => {
  for (let n = 0; n < 20; n += 1) await keep(`Number ${n}`, 'walrus');
  await mergeSegments(database);
  for (const block of await database.getAll('searchBlocks')) {
    await database.put('searchBlocks', { ...block, bytes: block.bytes.slice(0, 10) });
  }
  const keeper = keepSearchIndex();
  expect(await keeper.mend(database, true)).toEqual({ done: 0, total: 20 });
  await keeper.tidy(database);
  expect((await searchLibrary(database, { text: 'walrus', limit: 100 })).hits).toHaveLength(20);
});

test('lists every tag as it was written with its number of articles, without those of deleted articles', async () => {
  const ids = [];
  for (const title of ['One', 'Two', 'Three']) ids.push((await keep(title, 'Text.')).id);
  await changeTags(database, ids, { add: ['Travel'] });
  await changeTags(database, ids.slice(0, 1), { add: ['旅遊', 'Travel 10', 'Travel 9'] });
  const tags = await readTags(database);
  // Whether Han stands before Latin is for the language of the machine.
  const han = tags.findIndex(({ name }) => name === '旅遊');
  expect(tags.splice(han, 1)).toEqual([{ name: '旅遊', count: 1 }]);
  expect(tags).toEqual([
    { name: 'Travel', count: 3 },
    { name: 'Travel 9', count: 1 },
    { name: 'Travel 10', count: 1 },
  ]);
  await moveItems(database, ids.slice(0, 1), 'deleted', { today: 0 });
  expect(await readTags(database)).toEqual([{ name: 'Travel', count: 2 }]);
});

test('a record that is damaged is not found, and the others are', async () => {
  const { id } = await keep('Broken', 'The lighthouse keeper.');
  await keep('Whole', 'The lighthouse keeper.');
  const { title: _title, ...damaged } = (await database.get('metadata', id)) ?? {};
  await database.put('metadata', damaged as never);
  expect(await titles('lighthouse')).toEqual(['Whole']);
  expect(await titles('is:unread')).toEqual(['Whole']);
});

test('search results have no internal fields', async () => {
  await keep('Whole', 'The lighthouse keeper.');
  for (const text of ['lighthouse', 'is:unread']) {
    const [hit] = (await searchLibrary(database, { text, limit: 1 })).hits;
    expect(hit?.metadata).not.toHaveProperty('searchStamp');
  }
});
