import { foldName } from '../model/search/fold-name.ts';

/**
 * Folders that every browser has, as Chrome, Firefox, Edge and Safari name them: the bar, the menu, the others, those of
 * the phone, the list to read; and what services call what is in no folder. Safari and Edge say only by name what they are.
 */
const NAMES = {
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
Favoritos de dispositivo móvel|Favoritos dos dispositivos móveis|Marcadores telemóvel|Marcadores do dispositivo móvel|Todos os favoritos|Todos os marcadores|Lista de leitura`,
  ru: `Закладки|Панель закладок|Меню закладок|Другие закладки|Мобильные закладки|Все закладки|Избранное|Панель избранного|
Другое избранное|Избранное на мобильных устройствах|Мобильное избранное|Список для чтения`,
  it: `Preferiti|Barra dei preferiti|Menu Preferiti|Altri preferiti|Preferiti mobile|Preferiti dispositivi mobili|
Tutti i preferiti|Segnalibri|Barra dei segnalibri|Menu segnalibri|Altri segnalibri|Segnalibri mobili|
Segnalibri dispositivi mobili|Elenco di lettura|Elenco lettura`,
  ar: `الإشارات المرجعية|شريط الإشارات|شريط الإشارات المرجعية|قائمة الإشارات المرجعية|الإشارات المرجعية الأخرى|
الإشارات المرجعية للجوّال|كل الإشارات المرجعية|العلامات|شريط العلامات|قائمة العلامات|علامات أخرى|علامات المحمول|
المفضلة|شريط المفضلة|المفضلة الأخرى|مفضلة الجوال|قائمة القراءة`,
};

const folders = new Set(
  Object.values(NAMES)
    .flatMap((names) => names.split('|'))
    .map(nameOf),
);

/** Whether a folder says nothing about a page but that it was kept. */
export function isDefaultFolder(name: string): boolean {
  return folders.has(nameOf(name));
}

/** Versions differ in spaces, hyphens and apostrophes. */
function nameOf(name: string): string {
  return foldName(name.replace(/[\s\-'’]/g, ''));
}
