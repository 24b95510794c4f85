import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readImport } from '../../../src/importing/read-import.ts';
import { processorTime } from '../processor-time.ts';
import { readWhole } from './read-whole.ts';

test('hostile rows are refused or made harmless, one by one', async () => {
  const { items, refused } = await readWhole(
    `[{"url":"https://a.example/1","title":"\\u0000a\\ud800 \\u202e","tags":["x","X","${'t'.repeat(500)}",7]},{"url":"javascript:alert(1)","title":"js"},
      {"url":"data:text/html,x"},{"url":"file:///etc/passwd"},{"title":"no address"},{"__proto__":{"polluted":1},"url":"https://a.example/2","constructor":{"prototype":{"polluted":1}}},
      null,7,[],{"url":{"toString":1}},{"url":"https://a.example/3","created_at":"9999-01-01","title":{"a":1}},{"url":"https://a.example/4","created_at":-1}]`,
  );
  expect(items.map(({ url, savedAt }) => [url, savedAt])).toEqual([
    ['https://a.example/1', null],
    ['https://a.example/2', null],
    ['https://a.example/3', null],
    ['https://a.example/4', null],
  ]);
  expect(items[0]?.title).toBe('a\ufffd \u202e');
  expect(items[0]?.tags).toEqual(['x', 't'.repeat(100)]);
  expect(refused.map((line) => line.kind === 'refused' && line.reason)).toEqual([
    ...['not-web', 'not-web', 'not-web', 'no-address', 'unreadable', 'unreadable', 'no-address', 'no-address'],
  ]);
  expect((Object.prototype as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('an address too long to be kept is refused, and not cut to that of another page', async () => {
  const long = `https://a.example/${'x'.repeat(8_000)}`;
  const { items, refused } = await readWhole(`url,title\n${long},\n${long.slice(0, 8_000)},b\n`);
  expect(items.map(({ url }) => url)).toEqual([long.slice(0, 8_000)]);
  expect(refused).toEqual([{ kind: 'refused', what: long.slice(0, 1_000), reason: 'unreadable' }]);
});

test('columns with names of prototype members are harmless', async () => {
  const { items } = await readWhole('__proto__,url,constructor,toString\nx,https://a.example/1,y,z\n');
  expect(items).toHaveLength(1);
});

test('of a file that the browser cannot read it is said that the file, and not that the list, cannot be read', async () => {
  const gone = new Blob(['url\nhttps://a.example/1\n']);
  const fail = () => Promise.reject(new DOMException('The requested file could not be read.', 'NotReadableError'));
  gone.arrayBuffer = fail;
  await expect(readImport(gone)).rejects.toMatchObject({ code: 'import-unreadable' });
  gone.slice = () => gone;
  await expect(readImport(gone)).rejects.toMatchObject({ code: 'import-unreadable' });
});

test.each([
  ['nothing', '', 'file-blank'],
  ['a text', 'Dear diary, nothing here', 'import-unknown'],
  ['a table without addresses', 'a,b\n1,2\n', 'import-unknown'],
  ['JSON of something else', '{"a":1}', 'import-unknown'],
  ['an empty list', '[]', 'import-unknown'],
  ['JSON cut short', '[{"url":"https://a.exam', 'import-unreadable'],
  ['JSON nested without end', '['.repeat(200_000), 'import-unreadable'],
  ['a page', '<p>No links</p>', 'import-unknown'],
  [
    'an archive cut short',
    zipSync({ 'a.csv': strToU8('url\nhttps://a.example/1\n') }).slice(0, 40) as Uint8Array<ArrayBuffer>,
    'import-un',
  ],
  [
    'an archive in an archive',
    zipSync({ 'a.zip': zipSync({ 'a.csv': strToU8('url\nx') }) }) as Uint8Array<ArrayBuffer>,
    'import-unknown',
  ],
])('%s is refused whole', async (_what, content, code) => {
  await expect(readWhole(content)).rejects.toMatchObject({ code: expect.stringContaining(code) });
});

test('an archive whose lists together would fill the memory is refused', async () => {
  const list = new Uint8Array(50 * 1024 * 1024).fill(0x61);
  list.set(strToU8('url\n'));
  const archive = zipSync({ 'a.csv': list, 'b.csv': list }, { level: 0 }) as Uint8Array<ArrayBuffer>;
  await expect(readImport(new Blob([archive]))).rejects.toMatchObject({ code: 'import-unreadable' });
});

test('a list of tags with an unclosed quote is read quickly', async () => {
  const tags = `['one', '${"\\'".repeat(50_000)}]`;
  const start = processorTime();
  const row = `https://a.example/1,2024-01-01,new,"${tags}"`;
  const { items } = await readWhole(`url,saved date,location,document tags\n${row}\n`);
  expect(processorTime() - start).toBeLessThan(3000);
  expect(items[0]?.tags[0]).toBe('one');
});

test('a table with very many columns is read quickly', async () => {
  const table = `url,title${',other'.repeat(200_000)}\n${'https://a.example/1,One\n'.repeat(20_000)}`;
  const start = processorTime();
  const { items } = await readWhole(table);
  expect(processorTime() - start).toBeLessThan(5000);
  expect(items).toMatchObject({ length: 20_000, 0: { title: 'One' } });
});

test('a zip bomb is refused before much of it is unpacked', async () => {
  const bomb = zipSync({ 'a.csv': new Uint8Array(16 * 1024 * 1024) });
  const before = process.memoryUsage().rss;
  await expect(readWhole(bomb as Uint8Array<ArrayBuffer>)).rejects.toMatchObject({ code: 'import-unreadable' });
  expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
});

test('paths that lead out of the archive are names like others', async () => {
  const zip = zipSync({ '../../evil.csv': strToU8('url\nhttps://a.example/1\n') });
  expect((await readWhole(zip as Uint8Array<ArrayBuffer>)).items).toHaveLength(1);
});

test('a backup of Recto is recognised', async () => {
  expect((await readWhole('{"format":"recto-backup","version":1}\n')).source).toBe('recto');
  expect((await readWhole(new Uint8Array([0x1f, 0x8b, 8, 0]))).source).toBe('recto');
});

test('tags that are never closed are read in linear time', async () => {
  const start = processorTime();
  await readWhole(`<a href="https://a.example/1">x</a>${'<a href="'.repeat(200_000)}`);
  await readWhole(`<a href="https://a.example/1">x</a>${'<!--'.repeat(100_000)}`);
  expect(processorTime() - start).toBeLessThan(5000);
});

test('a folder name of 150,000 spaces is read quickly, and nested folders are one tag', async () => {
  const head = 'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite';
  const row = (n: number, folder: string) => `${n},T,,,https://a.example/${n},${folder},,,,,`;
  const start = processorTime();
  const { items } = await readWhole([head, row(1, 'Sea /  Tides'), row(2, `a${' '.repeat(150_000)}b`)].join('\n'));
  expect(items.map(({ tags }) => tags)).toEqual([['Sea/Tides'], ['a b']]);
  expect(processorTime() - start).toBeLessThan(5_000);
});
