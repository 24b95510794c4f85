import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { notes, readWhole, told } from './read-whole.ts';

test('Pocket CSV', async () => {
  const { source, items } = await readWhole(
    'title,url,time_added,tags,status\n"A, ""quoted""\ntitle",https://a.example/1,1700000000,go|deep sea,unread\nB,https://a.example/2,1700000001,,archive\n',
  );
  expect(source).toBe('pocket');
  expect(told(items)).toEqual([
    ['https://a.example/1', 'A, "quoted" title', '2023-11-14T22:13:20.000Z', 'list', '', 'go+deep sea'],
    ['https://a.example/2', 'B', '2023-11-14T22:13:21.000Z', 'archive', '', ''],
  ]);
});

test('Pocket HTML', async () => {
  const { source, items, refused } = await readWhole(
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
  const { source, items } = await readWhole(
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

test('wallabag JSON', async () => {
  const { source, items } = await readWhole(
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

test('wallabag JSON of its first version', async () => {
  const row = { id: '1', title: 'W', url: 'https://a.example/w', is_read: '1', is_fav: '1', tags: 'a b,c' };
  const { source, items } = await readWhole(
    JSON.stringify([
      { ...row, content: '<p>Body</p>' },
      { ...row, url: 'https://a.example/x', is_read: '0', is_fav: '0', tags: '', content: '' },
    ]),
  );
  expect(source).toBe('wallabag');
  expect(told(items)).toEqual([
    ['https://a.example/w', 'W', null, 'archive', 'favourite', 'a b+c'],
    ['https://a.example/x', 'W', null, 'list', '', ''],
  ]);
  expect(await items[0]?.html?.text()).toBe('<p>Body</p>');
});

test('wallabag CSV: the text, the tags and the time', async () => {
  const { source, items } = await readWhole(
    'Title;URL;Content;Tags;"MIME Type";Language;"Creation date"\n"Ein Titel";https://a.example/w;"<p class=""lead"">Text; mehr</p>";"foo, bar baz";text/html;de;"15/01/2023 10:30:00"\n',
  );
  const time = new Date(2023, 0, 15, 10, 30).toISOString();
  expect([source, told(items)]).toEqual([
    'wallabag',
    [['https://a.example/w', 'Ein Titel', time, 'list', '', 'foo+bar baz']],
  ]);
  expect(items[0]?.lang).toBe('de');
  expect(await items[0]?.html?.text()).toBe('<p class="lead">Text; mehr</p>');
});

test('Raindrop CSV', async () => {
  const { source, items } = await readWhole(
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

test('Raindrop CSV: a note belongs to the highlight above it, and both may have several lines', async () => {
  const { items } = await readWhole(
    'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\r\n1,One,,,https://a.example/1,Unsorted,,2024-03-01T10:00:00.000Z,,"Highlight:First\nNote:A thought\nand more\n\nHighlight:Second\n\nwith two paragraphs",false\r\n',
  );
  expect(notes(items)).toEqual([
    ['First', 'A thought\nand more'],
    ['Second\n\nwith two paragraphs', ''],
  ]);
});

test('Raindrop CSV of one folder, which has no column for it', async () => {
  const { source, items } = await readWhole(
    'id,title,note,excerpt,url,tags,created,cover,highlights,favorite\r\n1,One,Mine,,https://a.example/1,a,2024-03-01T10:00:00.000Z,,Highlight:First,true\r\n',
  );
  expect([source, notes(items)]).toEqual([
    'raindrop',
    [
      ['', 'Mine'],
      ['First', ''],
    ],
  ]);
});

test('Readwise Reader CSV, and Readwise highlights that name no page', async () => {
  const reader = await readWhole(
    `Title,URL,Document ID,Document tags,Saved date,Reading progress,Location,Seen\nR,https://a.example/r,1,"['deep sea', 'x']",2023-01-15 10:30:00+00:00,0.42,archive,True\n`,
  );
  expect(told(reader.items)).toEqual([
    ['https://a.example/r', 'R', '2023-01-15T10:30:00.000Z', 'archive', '', 'deep sea+x'],
  ]);
  expect(reader.items[0]?.progress).toBe(0.42);
  const { source, items, refused } = await readWhole(
    'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\nQ,A Book,Ann,B1,N,,,page,3,2020-01-01,\n',
  );
  expect([source, items, refused]).toEqual(['readwise', [], [{ kind: 'refused', what: 'A Book', reason: 'no-page' }]]);
});

test('简悦 simpread_config.json', async () => {
  const { source, items } = await readWhole(
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

test('bookmarks of browsers: folders become tags, except the browser’s own', async () => {
  const { source, items } = await readWhole(
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

test('Matter: read items are archived, and liked ones are favourites', async () => {
  const { items } = await readWhole(
    'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,Last Interaction Date,File Id\nA,Ann,P,https://a.example/1,"x,y",900,True,True,False,0,2024-01-02,1\nB,Bo,P,https://a.example/2,,900,False,False,True,0,2024-01-02,2\n',
  );
  expect(told(items).map(([, title, , ...rest]) => [title, ...rest])).toEqual([
    ['A', 'list', 'favourite', 'x+y'],
    ['B', 'archive', '', ''],
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
  const titles = async (bytes: BlobPart) => (await readWhole(bytes)).items.map(({ title }) => title);
  expect(await titles(new Uint8Array([0xff, 0xfe, ...utf16]))).toEqual(['海']);
  expect(await titles(utf16)).toEqual(['海']);
  expect(await titles(gbk)).toEqual(['海灯塔']);
  expect((await titles(cut)).slice(0, 2)).toEqual(['海', 'x']);
});

test('Readwise Reader: tags with an apostrophe', async () => {
  const { items } = await readWhole(
    `Title,URL,Document ID,Document tags,Saved date,Reading progress,Location,Seen\nA,https://a.example/1,1,"[""it's"", 'deep sea']",2024-01-02 03:04:05+00:00,1,new,True\n`,
  );
  expect(items[0]).toMatchObject({ tags: ["it's", 'deep sea'], progress: 1 });
});

test('encodings: a table from a Western European spreadsheet', async () => {
  const text = 'url,title\n'.concat(
    ...Array.from({ length: 9 }, (_unused, at) => `https://a.example/${at},Caf\u00e9 \u00e0 Li\u00e8ge\n`),
  );
  const { items } = await readWhole(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  expect(items[0]?.title).toBe('Café à Liège');
});
