import { expect, test } from 'vitest';
import { notes, readWhole } from './read-whole.ts';

const HEAD = '<!DOCTYPE NETSCAPE-Bookmark-file-1><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">';
const tagsOf = async (html: string) => (await readWhole(html)).items.map(({ title, tags }) => [title, tags.join('+')]);

/** One page in the bar, one in a folder of one's own there, one in the folder for all others, one on the phone. */
const exported = (title: string, bar: string, other: string, phone: string) =>
  `${HEAD}<TITLE>${title}</TITLE><H1>${title}</H1><DL><p>
  <DT><H3>${bar}</H3><DL><p><DT><A HREF="https://a.example/1">1</A>
    <DT><H3>Recipes</H3><DL><p><DT><A HREF="https://a.example/2">2</A></DL><p></DL><p>
  <DT><H3>${other}</H3><DL><p><DT><A HREF="https://a.example/3">3</A></DL><p>
  <DT><H3>${phone}</H3><DL><p><DT><A HREF="https://a.example/4">4</A></DL><p></DL>`;

test.each([
  ['Chrome, zh-TW', '書籤', '書籤列', '其他書籤', '行動版書籤'],
  ['Chrome, ja', 'ブックマーク', 'ブックマーク バー', 'その他のブックマーク', 'モバイルのブックマーク'],
  ['Chrome, ko', '북마크', '북마크바', '기타 북마크', '모바일 북마크'],
  ['Chrome, de', 'Lesezeichen', 'Lesezeichenleiste', 'Weitere Lesezeichen', 'Mobile Lesezeichen'],
  ['Chrome, fr', 'Favoris', 'Barre de favoris', 'Autres favoris', "Favoris d'appareils mobiles"],
  ['Chrome, es', 'Marcadores', 'Barra de marcadores', 'Otros marcadores', 'Marcadores de móvil'],
  ['Chrome, pt', 'Favoritos', 'Barra de favoritos', 'Outros favoritos', 'Dispositivos móveis'],
  ['Chrome, ru', 'Закладки', 'Панель закладок', 'Другие закладки', 'Мобильные закладки'],
  ['Chrome, it', 'Preferiti', 'Barra dei preferiti', 'Altri preferiti', 'Preferiti mobile'],
  ['Chrome, ar', 'الإشارات المرجعية', 'شريط الإشارات', 'الإشارات المرجعية الأخرى', 'الإشارات المرجعية للجوّال'],
  ['Edge, zh-CN', '收藏夹', '收藏夹栏', '其他收藏夹', '移动收藏夹'],
  ['Edge, zh-TW', '我的最愛', '我的最愛列', '其他 [我的最愛]', '行動裝置我的最愛'],
  ['Edge, ja', 'お気に入り', 'お気に入りバー', 'その他のお気に入り', 'モバイルのお気に入り'],
  ['Firefox, fr', 'Menu des marque-pages', 'Barre personnelle', 'Autres marque-pages', 'Marque-pages mobiles'],
  ['Firefox, ja', 'ブックマークメニュー', 'ブックマークツールバー', '他のブックマーク', 'モバイルのブックマーク'],
])('%s: folders that the browser made do not become tags', async (_browser, title, bar, other, phone) => {
  expect(await tagsOf(exported(title, bar, other, phone))).toEqual([
    ['1', ''],
    ['2', 'Recipes'],
    ['3', ''],
    ['4', ''],
  ]);
});

test('folders with a special attribute, and the title of the file, do not become tags', async () => {
  const file = `${HEAD}<H1>Kirjanmerkit</H1><DL><p><DT><A HREF="https://a.example/1">1</A>
    <DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Kirjanmerkkipalkki</H3><DL><p><DT><A HREF="https://a.example/2">2</A></DL><p>
    <DT><H3 UNFILED_BOOKMARKS_FOLDER="true">Muut</H3><DL><p><DT><A HREF="https://a.example/3">3</A></DL><p></DL>`;
  expect(await tagsOf(file)).toEqual([
    ['1', ''],
    ['2', ''],
    ['3', ''],
  ]);
});

test('Safari: a link after a folder is not in it', async () => {
  const file = `${HEAD}<Title>Kirjanmerkit</Title><H1>Kirjanmerkit</H1><DT><A HREF="https://a.example/0">0</A>
    <DT><H3 FOLDED>個人收藏</H3><DL><p><DT><A HREF="https://a.example/1">1</A></DL><p>
    <DT><H3 FOLDED>Recipes</H3><DL><p><DT><A HREF="https://a.example/2">2</A></DL><p>
    <DT><A HREF="https://a.example/3">3</A>
    <DT><H3 FOLDED id="com.apple.ReadingList">Lukulista</H3><DL><p><DT><A HREF="https://a.example/4">4</A></DL><p>`;
  expect(await tagsOf(file)).toEqual([
    ['0', ''],
    ['1', ''],
    ['2', 'Recipes'],
    ['3', ''],
    ['4', ''],
  ]);
});

test('the headings of a page of links are its folders', async () => {
  const page = '<h1>Recipes</h1><ul><li><a href="https://a.example/1">1</a></ul>';
  expect(await tagsOf(page)).toEqual([['1', 'Recipes']]);
});

test('a description keeps its line breaks', async () => {
  const { items } = await readWhole(
    `${HEAD}<DL><p><DT><A HREF="https://a.example/1">1</A><DD>One line<br>and another<BR/>\n<DT><A HREF="https://a.example/2">2</A></DL>`,
  );
  expect(notes(items)).toEqual([['', 'One line\nand another']]);
});
