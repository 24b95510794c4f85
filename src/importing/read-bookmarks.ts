import type { ImportLine, ImportSource } from '../model/imported-item.ts';
import { foldName } from '../model/search/fold.ts';
import { importRow } from './import-row.ts';
import { importedNote } from './imported-note.ts';
import { readTime } from './read-time.ts';
import { type ScannedTag, scanTags } from './scan-tags.ts';

const ARCHIVE = /^(?:read )?archived?$|^归档$/i;

/**
 * Reads the bookmark files of browsers (the Netscape format,
 * https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)),
 * and the HTML exports of Pocket, Instapaper and Pinboard. The innermost folder of a page becomes a tag.
 */
export function readBookmarks(html: string): { source: ImportSource; lines: Iterable<ImportLine> } {
  const head = html.slice(0, 2000);
  const source = /<title>\s*Pocket/i.test(head)
    ? 'pocket'
    : /<title>\s*Instapaper/i.test(head)
      ? 'instapaper'
      : 'bookmarks';
  return { source, lines: readLinks(html, /<!doctype\s+netscape-bookmark-file/i.test(head)) };
}

function* readLinks(html: string, hasTitle: boolean): Generator<ImportLine> {
  const at: Reading = { hasTitle, folders: [], heading: '', link: null, title: '', note: '', inside: null };
  for (const tag of scanTags(html)) {
    const ends = tag.name === 'a' || tag.name === '/dl' || /^h[1-6]$/.test(tag.name);
    if (ends) yield* takeLink(at);
    followTag(tag, at);
  }
  yield* takeLink(at);
}

/** The state of reading: the folders around, and the link whose title or note is being read. */
interface Reading {
  /** Whether `h1` is the title of the file, as in all bookmark files of browsers, and not a folder. */
  hasTitle: boolean;
  folders: string[];
  heading: string;
  link: ScannedTag | null;
  title: string;
  note: string;
  inside: 'link' | 'note' | null;
}

function* takeLink(at: Reading): Generator<ImportLine> {
  if (at.link) yield readLink(at.link, at.title, at.note, at.folders.at(-1) ?? at.heading);
  Object.assign(at, { link: null, title: '', note: '', inside: null });
}

/** Attributes of the browser's own folders in the files of Chrome and Firefox. */
const OWN_FOLDER = ['personal_toolbar_folder', 'unfiled_bookmarks_folder'];

function followTag(tag: ScannedTag, at: Reading): void {
  switch (tag.name) {
    case 'a':
      Object.assign(at, { link: tag, title: tag.text, inside: 'link' });
      return;
    case '/a':
      at.inside = null;
      return;
    case 'dd':
      Object.assign(at, { note: tag.text, inside: 'note' });
      return;
    case 'dl':
      at.folders.push(at.heading);
      return;
    case '/dl':
      at.folders.pop();
      // In Safari's files links may follow a folder on the top level, and are in no folder.
      at.heading = '';
      return;
  }
  if (/^h[1-6]$/.test(tag.name)) {
    const isPlain = (at.hasTitle && tag.name === 'h1') || OWN_FOLDER.some((name) => tag.attributes.has(name));
    at.heading = isPlain || tag.attributes.get('id') === 'com.apple.ReadingList' ? '' : tag.text.trim();
  } else if (at.inside === 'link') at.title += tag.text;
  else if (at.inside === 'note') at.note += tag.name === 'br' ? `\n${tag.text}` : tag.text;
}

function readLink({ attributes }: ScannedTag, title: string, note: string, folder: string): ImportLine {
  const isArchived = ARCHIVE.test(folder) || attributes.get('toread') === '0';
  const isPlain = folder === '' || ARCHIVE.test(folder) || isDefaultFolder(folder);
  return importRow({
    url: attributes.get('href'),
    title,
    savedAt: readTime(attributes.get('time_added') ?? attributes.get('add_date')),
    tags: [...(isPlain || /^starred$/i.test(folder) ? [] : [folder]), ...(attributes.get('tags') ?? '').split(',')],
    place: isArchived ? 'archive' : 'list',
    favourite: /^starred$/i.test(folder),
    notes: [importedNote('', note)],
  });
}

/**
 * Names of folders that every browser has, in Chrome, Firefox, Edge and Safari: the bookmarks bar, the menu, other and
 * mobile bookmarks, the reading list. Also what services call links in no folder. In the files of Safari and Edge only
 * the name shows what such a folder is.
 */
const DEFAULT_FOLDERS = {
  en: `Bookmark|Bookmarks|Bookmark bar|Bookmarks bar|Bookmarks toolbar|Bookmarks menu|Other bookmarks|Mobile bookmarks|All bookmarks|
Favorites|Favourites|Favorites bar|Favourites bar|Other favorites|Other favourites|Mobile favorites|Reading list|Unread|Unsorted|
Unsorted bookmarks|Menu|Toolbar`,
  zh: `书签|书签栏|书签工具栏|书签菜单|其他书签|移动设备书签|手机书签|所有书签|收藏|收藏夹|收藏夹栏|其他收藏夹|移动收藏夹|个人收藏|稍后读|未读|
阅读清单|阅读列表|未分类|未分类书签|書籤列|書籤工具列|書籤選單|其他書籤|行動版書籤|行動書籤|行動裝置書籤|我的書籤|我的最愛|我的最愛列|其他我的最愛|
其他 [我的最愛]|行動裝置我的最愛|喜好項目|閱讀清單|閱讀列表|稍後閱讀`,
  ja: `ブックマーク|ブックマーク バー|ブックマーク ツールバー|ブックマーク メニュー|その他のブックマーク|他のブックマーク|未整理のブックマーク|
モバイルのブックマーク|すべてのブックマーク|お気に入り|お気に入りバー|その他のお気に入り|モバイルのお気に入り|リーディング リスト|未読`,
  ko: `북마크|북마크바|북마크 도구 모음|북마크 메뉴|기타 북마크|다른 북마크|모바일 북마크|모든 북마크|즐겨찾기|즐겨찾기 모음|즐겨찾기 막대|
기타 즐겨찾기|모바일 즐겨찾기|책갈피|책갈피 메뉴|읽기 목록|읽기 목록에 추가`,
  de: `Lesezeichen|Lesezeichenleiste|Lesezeichen-Symbolleiste|Lesezeichen-Menü|Weitere Lesezeichen|Andere Lesezeichen|
Mobile Lesezeichen|Alle Lesezeichen|Favoriten|Favoritenleiste|Weitere Favoriten|Andere Favoriten|Mobile Favoriten|Leseliste`,
  fr: `Barre de favoris|Barre des favoris|Barre personnelle|Barre de signets|Barre des signets|Menu des marque-pages|
Menu Signets|Autres favoris|Autres marque-pages|Autres signets|Marque-pages|Marque-pages des appareils mobiles|
Marque-pages mobiles|Favoris d’appareils mobiles|Favoris mobiles|Tous les favoris|Favoris|Signets|Liste de lecture`,
  es: `Marcadores|Barra de marcadores|Barra de herramientas de marcadores|Menú de marcadores|Menú Marcadores|Otros marcadores|
Marcadores de móvil|Marcadores del móvil|Marcadores móviles|Todos los marcadores|Favoritos|Barra de favoritos|Menú Favoritos|
Otros favoritos|Favoritos móviles|Favoritos del dispositivo|Todos los favoritos|Lista de lectura`,
  pt: `Menu Favoritos|Menu de marcadores|Outros favoritos|Outros marcadores|Dispositivos móveis|Favoritos móveis|
Favoritos de dispositivo móvel|Favoritos dos dispositivos móveis|Marcadores telemóvel|Marcadores do dispositivo móvel|
Todos os favoritos|Todos os marcadores|Lista de leitura`,
  ru: `Закладки|Панель закладок|Меню закладок|Другие закладки|Мобильные закладки|Все закладки|Избранное|Панель избранного|
Другое избранное|Избранное на мобильных устройствах|Мобильное избранное|Список для чтения`,
  it: `Preferiti|Barra dei preferiti|Menu Preferiti|Altri preferiti|Preferiti mobile|Preferiti dispositivi mobili|
Tutti i preferiti|Segnalibri|Barra dei segnalibri|Menu segnalibri|Altri segnalibri|Segnalibri mobili|
Segnalibri dispositivi mobili|Elenco di lettura|Elenco lettura`,
  ar: `الإشارات المرجعية|شريط الإشارات|شريط الإشارات المرجعية|قائمة الإشارات المرجعية|الإشارات المرجعية الأخرى|
الإشارات المرجعية للجوّال|كل الإشارات المرجعية|العلامات|شريط العلامات|قائمة العلامات|علامات أخرى|علامات المحمول|
المفضلة|شريط المفضلة|المفضلة الأخرى|مفضلة الجوال|قائمة القراءة`,
};

const defaultFolders = new Set(
  Object.values(DEFAULT_FOLDERS)
    .flatMap((names) => names.split('|'))
    .map(comparableName),
);

/** Whether a folder is one that every browser has, so that its name says nothing about a page. */
function isDefaultFolder(name: string): boolean {
  return defaultFolders.has(comparableName(name));
}

/** The form in which names of folders are compared. Browser versions differ in spaces, hyphens and apostrophes. */
function comparableName(name: string): string {
  return foldName(name.replace(/[\s\-'’]/g, ''));
}
