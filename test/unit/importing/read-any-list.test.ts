import { expect, test } from 'vitest';
import { itemsToCsv } from '../../../src/exporting/items-to-csv.ts';
import { sampleMetadata } from '../fakes/sample-article.ts';
import { notes, readWhole, told } from './read-whole.ts';

test('reads tables of any program: semicolons, other names, Chinese columns, our own export', async () => {
  const semicolons = await readWhole('Name;Link;Labels\nA;a.example/x;"b;c"\n');
  expect(told(semicolons.items)).toEqual([['https://a.example/x', 'A', null, 'list', '', 'b+c']]);
  const chinese = await readWhole('标题,网址,标签\n灯塔,https://a.example/z,海\n');
  expect(told(chinese.items)).toEqual([['https://a.example/z', '灯塔', null, 'list', '', '海']]);
  const ours = await readWhole(
    `url,title,saved,status,favourite,tags\nhttps://a.example/o,"'=1+1",2026-01-02T00:00:00.000Z,archive,1,a|b\n`,
  );
  expect(told(ours.items)).toEqual([
    ['https://a.example/o', '=1+1', '2026-01-02T00:00:00.000Z', 'archive', 'favourite', 'a+b'],
  ]);
});

test('in our own table 1 is one percent, and a tag may contain a comma', async () => {
  const item = sampleMetadata({
    tags: ['salt, and pepper'],
    position: { block: 0, offset: 0, quote: '', progress: 0.01, at: 0 },
  });
  const { items } = await readWhole(itemsToCsv([item]));
  expect(items[0]).toMatchObject({ tags: ['salt, and pepper'], progress: 0.01 });
});

test("in any list the folder is a tag and the description an excerpt, and Pinboard's names are known", async () => {
  const table = await readWhole(
    'url,title,folder\nhttps://a.example/1,One,Recipes\nhttps://a.example/2,Two,Archive\nhttps://a.example/3,Three,Unread\n',
  );
  expect(told(table.items).map(([url, , , place, , tags]) => [url, place, tags])).toEqual([
    ['https://a.example/1', 'list', 'Recipes'],
    ['https://a.example/2', 'archive', ''],
    ['https://a.example/3', 'list', ''],
  ]);
  const { items } = await readWhole(
    JSON.stringify([
      {
        href: 'https://a.example/1',
        description: 'Title',
        extended: 'My note',
        time: '2024-01-02T03:04:05Z',
        tags: 'a b',
      },
      { url: 'https://a.example/2', title: 'Two', description: 'What it is about' },
    ]),
  );
  expect(items.map(({ title, excerpt }) => [title, excerpt])).toEqual([
    ['Title', null],
    ['Two', 'What it is about'],
  ]);
  expect(notes(items)).toEqual([['', 'My note']]);
});

test('tags in one text are cut at commas, and at spaces only where it has none, as those of Pinboard', async () => {
  const texts = ['machine learning, ai', '机器 学习，人工智能、海', 'machine ai', 'one,'];
  const { items } = await readWhole(
    JSON.stringify(texts.map((tags, at) => ({ url: `https://a.example/${at}`, tags }))),
  );
  expect(items.map(({ tags }) => tags)).toEqual([
    ['machine learning', 'ai'],
    ['机器 学习', '人工智能', '海'],
    ['machine', 'ai'],
    ['one'],
  ]);
});

test("in any list a state may be a word, a number or true, and Pinboard's toread is understood", async () => {
  const { items } = await readWhole(
    JSON.stringify([
      { url: 'https://a.example/1', title: 'One', archived: true, favorite: true },
      { url: 'https://a.example/2', title: 'Two', archived: '0', favorite: 1 },
      { href: 'https://a.example/3', description: 'Three', toread: 'no', tags: '' },
      { href: 'https://a.example/4', description: 'Four', toread: 'yes', tags: '' },
    ]),
  );
  expect(items.map(({ title, place, favourite }) => [title, place, favourite])).toEqual([
    ['One', 'archive', true],
    ['Two', 'list', true],
    ['Three', 'archive', false],
    ['Four', 'list', false],
  ]);
});

test.each([
  '標題,網址,標籤,狀態,儲存時間,筆記\nA,https://a.example/1,"海、燈",封存,2024-01-02,N\n',
  'タイトル,リンク,タグ,ステータス,保存日時,メモ\nA,https://a.example/1,"海、燈",既読,2024/01/02,N\n',
  'العنوان;الرابط;الوسوم;الحالة;التاريخ;ملاحظات\nA;https://a.example/1;"海، 燈";مقروء;2024-01-02;N\n',
  '标题,链接,标签,状态,添加时间,备注\nA,https://a.example/1,"海，燈",已归档,2024年01月02日,N\n',
  'title,link,tags,state,time,date_added,notes\nA,https://a.example/1,"海; 燈",read,5 min,2024-01-02,N\n',
])(
  'reads a table with column names in a language of the interface, and takes the time that can be read: %s',
  async (table) => {
    const { items } = await readWhole(table);
    expect(told(items).map((item) => [item[1], item[3], item[5]])).toEqual([['A', 'archive', '海+燈']]);
    expect(new Date(items[0]?.savedAt ?? 0).getUTCFullYear()).toBe(2024);
    expect(notes(items)).toEqual([['', 'N']]);
  },
);
