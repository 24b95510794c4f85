import type { ImportedNote, ImportLine, ImportSource } from '../model/imported-item.ts';
import { importRow } from './import-row.ts';
import { importedNote } from './imported-note.ts';
import { readTime } from './read-time.ts';
import { scanRows } from './scan-rows.ts';

/** The cells of a row by the name of their column, in lower case. */
type Row = Readonly<Record<string, string>>;

/** Programs by the columns that their tables have. The first whose columns are all there is taken. */
const KINDS: { source: ImportSource; columns: string[]; read: (row: Row) => ImportLine }[] = [
  { source: 'pocket', columns: ['url', 'time_added'], read: readPocket },
  { source: 'instapaper', columns: ['url', 'title', 'selection', 'folder'], read: readInstapaper },
  { source: 'raindrop', columns: ['url', 'folder', 'created', 'note'], read: readRaindrop },
  // Raindrop's export of a single folder has no column for it.
  { source: 'raindrop', columns: ['url', 'created', 'cover', 'highlights'], read: readRaindrop },
  { source: 'readwise', columns: ['url', 'saved date', 'location'], read: readReader },
  { source: 'readwise', columns: ['highlight', 'book title'], read: readReadwise },
  { source: 'wallabag', columns: ['url', 'content', 'mime type', 'creation date'], read: readWallabag },
  { source: 'csv', columns: ['url'], read: readAny },
];

const words = (names: string): string[] => names.split('|');

/** Names of the column with the address, in all languages of the interface. */
const ADDRESS_NAMES = words(
  'url|link|href|address|uri|source|source url|网址|链接|地址|原文链接|網址|連結|鏈接|リンク|アドレス|الرابط|رابط',
);

/** Names of the other columns. Of several in a table the first cell that is not empty counts. */
const NAMES = {
  status: words('status|state|folder|location|状态|狀態|ステータス|الحالة'),
  tags: words('tags|labels|keywords|tag|标签|標籤|タグ|الوسوم'),
  title: words('title|name|标题|標題|タイトル|العنوان'),
  author: words('author|byline|creator|作者|著者|الكاتب'),
  saved: words(
    'saved|created|created_at|added|date added|date_added|saved at|saved_at|date saved|added_at|date|timestamp|time|' +
      '时间|添加时间|保存时间|收藏时间|创建时间|日期|時間|加入時間|儲存時間|保存日時|追加日|日時|日付|التاريخ',
  ),
  note: words('note|notes|comment|笔记|备注|筆記|備註|メモ|ملاحظة|ملاحظات'),
};

/** The most columns that are read. No export has as many, and to read thousands in each row would take hours. */
const MOST_COLUMNS = 500;

/** Reads a table (RFC 4180 and variants of it), row by row on demand; null when it has no column of addresses. */
export function readCsv(text: string): { source: ImportSource; lines: Iterable<ImportLine> } | null {
  const rows = scanRows(text);
  const head = rows.next().value ?? [];
  const names = head.slice(0, MOST_COLUMNS).map((name) =>
    name
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  );
  const address = ADDRESS_NAMES.find((name) => names.includes(name));
  const columns = names.map((name) => (name === address ? 'url' : name));
  const kind = KINDS.find((candidate) => candidate.columns.every((column) => columns.includes(column)));
  if (!kind) return null;
  const isOurs = columns.includes('favourite') && columns.includes('saved');
  return { source: kind.source, lines: readRows(rows, columns, kind.read, isOurs) };
}

function* readRows(
  rows: Iterable<readonly string[]>,
  columns: readonly string[],
  read: (row: Row) => ImportLine,
  isOurs: boolean,
): Generator<ImportLine> {
  for (const cells of rows) {
    const row: Record<string, string> = Object.create(null);
    for (const [at, column] of columns.entries()) {
      const cell = cells[at] ?? '';
      // Recto's own export puts an apostrophe before what a spreadsheet would run as a formula.
      row[column] ??= isOurs ? cell.replace(/^'(?=[=+\-@\t\r'])/, '') : cell;
    }
    yield read(row);
  }
}

const isYes = (value: string | undefined): boolean => /^(?:1|true|yes|y|x|★|是)$/i.test(value?.trim() ?? '');
const isArchived = (value: string | undefined): boolean =>
  /^(?:archived?|read|done|已读|归档|已归档|已讀|封存|已封存|既読|アーカイブ|مؤرشف|مقروء)$/i.test(value?.trim() ?? '');
const split = (value: string | undefined, by: RegExp): string[] => (value ?? '').split(by);
const trimmed = (parts: string[]): string[] => parts.map((part) => part.trim());

/**
 * Pocket (https://support.mozilla.org/kb/exporting-your-pocket-list): `title,url,time_added,tags,status`, with `|`
 * between tags.
 */
function readPocket(row: Row): ImportLine {
  return importRow({
    url: row['url'],
    title: row['title'],
    savedAt: readTime(row['time_added']),
    tags: split(row['tags'], /\|/),
    place: isArchived(row['status']) ? 'archive' : 'list',
    favourite: isYes(row['favorite']),
  });
}

/**
 * Instapaper: `URL,Title,Selection,Folder,Timestamp,Tags`. The folder is Unread, Archive, Starred or one that the user
 * made.
 */
function readInstapaper(row: Row): ImportLine {
  const folder = row['folder']?.trim() ?? '';
  const own = /^(?:unread|archive|starred|home)$/i.test(folder) ? [] : [folder];
  return importRow({
    url: row['url'],
    title: row['title'],
    savedAt: readTime(row['timestamp']),
    tags: [...own, ...listOf(row['tags'])],
    place: /^archive$/i.test(folder) ? 'archive' : 'list',
    favourite: /^starred$/i.test(folder),
    notes: [importedNote(row['selection'] ?? '')],
  });
}

/** Reads the tags in a cell: a JSON list (Instapaper), a Python list (Readwise), or names separated by commas. */
function listOf(value = ''): string[] {
  try {
    const list: unknown = JSON.parse(value);
    if (Array.isArray(list)) return list.filter((tag) => typeof tag === 'string');
  } catch {
    // Not JSON.
  }
  if (!/^\s*\[.*\]\s*$/s.test(value)) return split(value, /,/);
  // `|$`: an unclosed quote extends to the end. Without that each quote would be searched to the end, in quadratic
  // time.
  const quoted = value.matchAll(/'((?:[^'\\]|\\.)*)(?:'|$)|"((?:[^"\\]|\\.)*)(?:"|$)/gs);
  return [...quoted].map(([, single, double]) => (single ?? double ?? '').replace(/\\(.)/gs, '$1'));
}

/**
 * Raindrop (https://help.raindrop.io/export):
 * `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`.
 */
function readRaindrop(row: Row): ImportLine {
  const folder = (row['folder'] ?? '').trim();
  return importRow({
    url: row['url'],
    title: row['title'],
    excerpt: row['excerpt'],
    savedAt: readTime(row['created']),
    tags: [
      ...(/^(?:unsorted|trash)?$/i.test(folder) ? [] : [trimmed(split(folder, /\//)).join('/')]),
      ...split(row['tags'], /,/),
    ],
    favourite: isYes(row['favorite']),
    notes: [importedNote('', row['note']), ...highlightsOf(row['highlights'])],
  });
}

/**
 * Reads highlights in a cell: `Highlight:…`, possibly with `Note:…` below it, of any number of lines; else one on each
 * line.
 */
function highlightsOf(cell = ''): ImportedNote[] {
  if (!/^Highlight:/m.test(cell)) return split(cell, /\n+/).map((quote) => importedNote(quote));
  return split(cell, /^Highlight:/m).map((passage) => {
    const [quote = '', ...note] = split(passage, /^Note:/m);
    return importedNote(quote, note.join('Note:'));
  });
}

/** Readwise Reader: `Title,URL,Document ID,Document tags,Saved date,Reading progress,Location,Seen`. */
function readReader(row: Row): ImportLine {
  return importRow({
    url: row['url'],
    title: row['title'],
    savedAt: readTime(row['saved date']),
    tags: listOf(row['document tags']),
    place: isArchived(row['location']) ? 'archive' : 'list',
    progress: shareOf(row['reading progress']),
  });
}

/** Readwise's highlights. They are of books and not of pages, unless a column has an address. */
function readReadwise(row: Row): ImportLine {
  const url = row['url'] || row['source_url'];
  if (!url) return { kind: 'refused', what: (row['book title'] ?? '').slice(0, 200), reason: 'no-page' };
  const note = importedNote(row['highlight'] ?? '', row['note'], readTime(row['highlighted at']));
  return importRow({
    url,
    title: row['book title'],
    byline: row['book author'],
    notes: [note],
    tags: split(row['document tags'], /,/),
  });
}

/**
 * wallabag's table: `Title;URL;Content;Tags;MIME Type;Language;Creation date`, with times like `15/01/2023 10:30:00`.
 */
function readWallabag(row: Row): ImportLine {
  return importRow({
    url: row['url'],
    title: row['title'],
    lang: row['language'],
    savedAt: readTime(row['creation date']?.replace(/^(\d\d)\/(\d\d)\/(\d{4})/, '$3-$2-$1')),
    tags: split(row['tags'], /,/),
    html: row['content']?.trim() ? new Blob([row['content']]) : null,
  });
}

/** The folder as a tag, unless its name is that of a state. */
function ownFolder(value = ''): string[] {
  const folder = value.trim();
  return isArchived(folder) || /^(?:unread|starred|home|inbox|unsorted|list|deleted)?$/i.test(folder) ? [] : [folder];
}

/** Recto's own table, and any other with an address in each row. */
function readAny(row: Row): ImportLine {
  const first = (...names: string[]): string | undefined =>
    names.map((name) => row[name]).find((value) => value?.trim());
  const status = first(...NAMES.status);
  const tags = first(...NAMES.tags) ?? '';
  const isOurs = row['favourite'] !== undefined && row['saved'] !== undefined;
  const isDeleted = status === 'deleted';
  if (isDeleted) return { kind: 'refused', what: first('title', 'url') ?? '', reason: 'deleted' };
  return importRow({
    url: row['url'],
    title: first(...NAMES.title),
    byline: first(...NAMES.author),
    publishedTime: first('published', 'date published', 'published_at'),
    lang: first('language', 'lang'),
    excerpt: first('excerpt', 'description', 'summary'),
    // `time` may be something else than a date, such as the reading time.
    savedAt: NAMES.saved.map((name) => readTime(row[name])).find((time) => time !== null) ?? null,
    tags: [...ownFolder(row['folder']), ...split(tags, isOurs || tags.includes('|') ? /\|/ : /[,;，；、،]/)],
    place: isArchived(status) || isYes(first('archived', 'is_archived', 'read')) ? 'archive' : 'list',
    favourite: isYes(first('favourite', 'favorite', 'favorited', 'starred', 'is_starred')),
    // In Recto's own table the number is a percentage, so 1 is not the whole.
    progress: shareOf(isOurs ? `${row['progress']}%` : first('progress')),
    notes: [importedNote(first('highlight', 'quote', 'selection') ?? '', first(...NAMES.note))],
  });
}

/** Reads `0.42`, `42` or `42%` as a share from 0 to 1. */
function shareOf(value: string | undefined): number | null {
  const number = Number.parseFloat(value ?? '');
  if (!Number.isFinite(number) || number < 0) return null;
  return Math.min(1, number > 1 || value?.includes('%') ? number / 100 : number);
}
