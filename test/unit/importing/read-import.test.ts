import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readImport } from '../../../src/importing/read-import.ts';
import type { ImportedItem, ImportLine } from '../../../src/model/imported-item.ts';

async function read(content: BlobPart): Promise<{ source: string; items: ImportedItem[]; refused: ImportLine[] }> {
  const found = await readImport(new Blob([content]));
  if (found.source === 'recto') return { source: 'recto', items: [], refused: [] };
  const lines = [...found.lines];
  const items = lines.flatMap((line) => (line.kind === 'item' ? [line.item] : []));
  return { source: found.source, items, refused: lines.filter(({ kind }) => kind === 'refused') };
}

/** What a test of a format looks at, in one line each. */
const told = (items: ImportedItem[]) =>
  items.map(({ url, title, savedAt, place, favourite, tags }) => [
    ...[url, title, savedAt === null ? null : new Date(savedAt).toISOString(), place],
    ...[favourite ? 'favourite' : '', tags.join('+')],
  ]);
const notes = (items: ImportedItem[]) => items.flatMap((item) => item.notes.map(({ quote, note }) => [quote, note]));

test('Pocket CSV', async () => {
  const { source, items } = await read(
    'title,url,time_added,tags,status\n"A, ""quoted""\ntitle",https://a.example/1,1700000000,go|deep sea,unread\nB,https://a.example/2,1700000001,,archive\n',
  );
  expect(source).toBe('pocket');
  expect(told(items)).toEqual([
    ['https://a.example/1', 'A, "quoted" title', '2023-11-14T22:13:20.000Z', 'list', '', 'go+deep sea'],
    ['https://a.example/2', 'B', '2023-11-14T22:13:21.000Z', 'archive', '', ''],
  ]);
});

test('Pocket HTML', async () => {
  const { source, items, refused } = await read(
    `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
     <li><a href="https://a.example/1?x=1&amp;y=2" time_added="1700000000" tags="ai,ml">A &lt;b&gt; &#x6d77;</a></li>
     <li><a href="javascript:void(0)" time_added="1">evil</a></li></ul><h1>Read Archive</h1><ul><li><a href="https://a.example/2" time_added="1700000001" tags="">B</a></li></ul>`,
  );
  expect(source).toBe('pocket');
  expect(told(items)).toEqual([
    ['https://a.example/1?x=1&y=2', 'A <b> 海', '2023-11-14T22:13:20.000Z', 'list', '', 'ai+ml'],
    ['https://a.example/2', 'B', '2023-11-14T22:13:21.000Z', 'archive', '', ''],
  ]);
  expect(refused).toEqual([{ kind: 'refused', what: 'evil', reason: 'not-web' }]);
});

test('Instapaper CSV', async () => {
  const { source, items } = await read(
    'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://a.example/1,One,A quote,Unread,1700000000,"[""coding""]"\nhttps://a.example/2,Two,,Archive,1700000000,\nhttps://a.example/3,Three,,Starred,1700000000,\nhttps://a.example/4,Four,,Recipes,1700000000,\n',
  );
  expect(source).toBe('instapaper');
  expect(told(items).map(([, title, , place, star, tags]) => [title, place, star, tags])).toEqual([
    ['One', 'list', '', 'coding'],
    ['Two', 'archive', '', ''],
    ['Three', 'list', 'favourite', ''],
    ['Four', 'list', '', 'Recipes'],
  ]);
  expect(notes(items)).toEqual([['A quote', '']]);
});

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
  const { source, items, refused } = await read(zip as Uint8Array<ArrayBuffer>);
  expect(source).toBe('omnivore');
  expect(told(items)).toEqual([['https://a.example/1', 'One', '2024-01-02T03:04:05.000Z', 'archive', '', 'sea+salt']]);
  expect(items[0]).toMatchObject({ byline: 'Ann', progress: 0.5 });
  expect(await items[0]?.html?.text()).toBe('<p>Text</p>');
  expect(notes(items)).toEqual([['Q', 'N']]);
  expect(refused).toEqual([{ kind: 'refused', what: 'Gone', reason: 'deleted' }]);
});

test('wallabag JSON', async () => {
  const { source, items } = await read(
    JSON.stringify([
      {
        ...{
          is_archived: 1,
          is_starred: 1,
          tags: ['a', { label: 'b' }],
          title: 'W',
          url: 'https://a.example/w',
          content: '<p>Body</p>',
        },
        ...{
          created_at: '2019-03-01T10:00:00+0100',
          published_by: ['Ann', 'Bo'],
          language: 'fr',
          domain_name: 'a.example',
        },
        annotations: [{ quote: 'Q', text: 'N', ranges: [] }],
      },
    ]),
  );
  expect(source).toBe('wallabag');
  expect(told(items)).toEqual([
    ['https://a.example/w', 'W', '2019-03-01T09:00:00.000Z', 'archive', 'favourite', 'a+b'],
  ]);
  expect(items[0]).toMatchObject({ byline: 'Ann, Bo', lang: 'fr' });
  expect(await items[0]?.html?.text()).toBe('<p>Body</p>');
  expect(notes(items)).toEqual([['Q', 'N']]);
});

test('Raindrop CSV', async () => {
  const { source, items } = await read(
    '\ufeffid,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\r\n1,One,My note,Ex,https://a.example/1,Work / Bills,"a, b",2024-03-01T10:00:00.000Z,,"First\nSecond",true\r\n2,Two,,,https://a.example/2,Unsorted,,2024-03-02T10:00:00.000Z,,,false\r\n',
  );
  expect(source).toBe('raindrop');
  expect(told(items)).toEqual([
    ['https://a.example/1', 'One', '2024-03-01T10:00:00.000Z', 'list', 'favourite', 'Work/Bills+a+b'],
    ['https://a.example/2', 'Two', '2024-03-02T10:00:00.000Z', 'list', '', ''],
  ]);
  expect(notes(items)).toEqual([
    ['', 'My note'],
    ['First', ''],
    ['Second', ''],
  ]);
});

test('Readwise Reader CSV, and Readwise highlights that name no page', async () => {
  const reader = await read(
    `Title,URL,Document ID,Document tags,Saved date,Reading progress,Location,Seen\nR,https://a.example/r,1,"['deep sea', 'x']",2023-01-15 10:30:00+00:00,0.42,archive,True\n`,
  );
  expect(told(reader.items)).toEqual([
    ['https://a.example/r', 'R', '2023-01-15T10:30:00.000Z', 'archive', '', 'deep sea+x'],
  ]);
  expect(reader.items[0]?.progress).toBe(0.42);
  const { source, items, refused } = await read(
    'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\nQ,A Book,Ann,B1,N,,,page,3,2020-01-01,\n',
  );
  expect([source, items, refused]).toEqual(['readwise', [], [{ kind: 'refused', what: 'A Book', reason: 'no-page' }]]);
});

test('简悦 simpread_config.json', async () => {
  const { source, items } = await read(
    JSON.stringify({
      version: '2.2.0',
      unrdist: [
        {
          ...{
            idx: 1,
            url: 'https://a.example/s',
            title: '灯塔',
            create: '2019年05月01日 10:10:10',
            desc: '摘要',
            note: '全文笔记',
            tags: ['海', '灯'],
          },
          annotations: [
            { id: 1700000000000, type: 'paragraph', html: '<p>句</p>', text: '句', note: '想法' },
            { id: 2, type: 'img', text: 'https://a.example/x.png' },
          ],
        },
      ],
    }),
  );
  expect(source).toBe('simpread');
  expect(items[0]).toMatchObject({
    title: '灯塔',
    excerpt: '摘要',
    tags: ['海', '灯'],
    savedAt: new Date(2019, 4, 1, 10, 10, 10).getTime(),
  });
  expect(items[0]?.notes).toEqual([
    { quote: '', note: '全文笔记', colour: 'yellow', at: null },
    { quote: '句', note: '想法', colour: 'yellow', at: 1700000000000 },
  ]);
});

test('bookmarks of browsers: folders are tags, the browser’s own folders are not', async () => {
  const { source, items } = await read(
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8"><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
  <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
  <DL><p>
    <DT><A HREF="https://a.example/1" ADD_DATE="1700000000" ICON="data:image/png;base64,AA>=">One</A>
    <DT><H3>Sea</H3><DL><p><DT><A HREF="https://a.example/2" ADD_DATE="1700000000000000" TAGS="x,y">Two <b>bold</b></A><DD>A note
    </DL><p>
    <DT><A HREF="https://a.example/3">Three</A>
  </DL><p><DT><A HREF="place:sort=8">Recent</A>
</DL>`,
  );
  expect(source).toBe('bookmarks');
  expect(told(items)).toEqual([
    ['https://a.example/1', 'One', '2023-11-14T22:13:20.000Z', 'list', '', ''],
    ['https://a.example/2', 'Two bold', '2023-11-14T22:13:20.000Z', 'list', '', 'Sea+x+y'],
    ['https://a.example/3', 'Three', null, 'list', '', ''],
  ]);
  expect(notes(items)).toEqual([['', 'A note']]);
});

test('tables of any program: semicolons, other names, Chinese columns, our own export', async () => {
  const semicolons = await read('Name;Link;Labels\nA;a.example/x;"b;c"\n');
  expect(told(semicolons.items)).toEqual([['https://a.example/x', 'A', null, 'list', '', 'b+c']]);
  const chinese = await read('标题,网址,标签\n灯塔,https://a.example/z,海\n');
  expect(told(chinese.items)).toEqual([['https://a.example/z', '灯塔', null, 'list', '', '海']]);
  const ours = await read(
    `url,title,saved,status,favourite,tags\nhttps://a.example/o,"'=1+1",2026-01-02T00:00:00.000Z,archive,1,a|b\n`,
  );
  expect(told(ours.items)).toEqual([
    ['https://a.example/o', '=1+1', '2026-01-02T00:00:00.000Z', 'archive', 'favourite', 'a+b'],
  ]);
});

test('encodings: UTF-16 with and without mark, GBK, a character cut in half', async () => {
  const text = 'title,url\n海,https://a.example/1\n';
  const utf16 = new Uint8Array([...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));
  const gbk = new Uint8Array([
    ...strToU8('title,url\n'),
    0xba,
    0xa3,
    0xb5,
    0xc6,
    0xcb,
    0xfe,
    ...strToU8(',https://a.example/1\n'),
  ]);
  const cut = new Uint8Array([...strToU8(`${text}x,https://a.example/2\n`), 0xe6, 0xb5]);
  const titles = async (bytes: BlobPart) => (await read(bytes)).items.map(({ title }) => title);
  expect(await titles(new Uint8Array([0xff, 0xfe, ...utf16]))).toEqual(['海']);
  expect(await titles(utf16)).toEqual(['海']);
  expect(await titles(gbk)).toEqual(['海灯塔']);
  expect((await titles(cut)).slice(0, 2)).toEqual(['海', 'x']);
});

test('hostile rows are refused or made harmless, one by one', async () => {
  const { items, refused } = await read(
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

test('rows with the names of prototype members are cells', async () => {
  const { items } = await read('__proto__,url,constructor,toString\nx,https://a.example/1,y,z\n');
  expect(items).toHaveLength(1);
});

test.each([
  ['nothing', '', 'import-unreadable'],
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
  await expect(read(content)).rejects.toMatchObject({ code: expect.stringContaining(code) });
});

test('a zip bomb is refused before much of it is unpacked', async () => {
  const bomb = zipSync({ 'a.csv': new Uint8Array(16 * 1024 * 1024) });
  const before = process.memoryUsage().rss;
  await expect(read(bomb as Uint8Array<ArrayBuffer>)).rejects.toMatchObject({ code: 'import-unreadable' });
  expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
});

test('paths that climb out of the archive are names like others', async () => {
  const zip = zipSync({ '../../evil.csv': strToU8('url\nhttps://a.example/1\n') });
  expect((await read(zip as Uint8Array<ArrayBuffer>)).items).toHaveLength(1);
});

test('a backup of Recto is told apart', async () => {
  expect((await read('{"format":"recto-backup","version":1}\n')).source).toBe('recto');
  expect((await read(new Uint8Array([0x1f, 0x8b, 8, 0]))).source).toBe('recto');
});

test('tags that are never closed take one pass', async () => {
  const start = performance.now();
  await read(`<a href="https://a.example/1">x</a>${'<a href="'.repeat(200_000)}`);
  await read(`<a href="https://a.example/1">x</a>${'<!--'.repeat(100_000)}`);
  expect(performance.now() - start).toBeLessThan(5000);
});
