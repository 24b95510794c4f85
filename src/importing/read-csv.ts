import type { ImportedNote, ImportLine, ImportSource } from '../model/imported-item.ts';
import { importRow } from './import-row.ts';
import { readTime } from './read-time.ts';
import { scanRows } from './scan-rows.ts';

/** A row by column name, lower case. */
type Row = Readonly<Record<string, string>>;

/** Which program writes these columns; the first that fits. */
const KINDS: { source: ImportSource; columns: string[]; read: (row: Row) => ImportLine }[] = [
  { source: 'pocket', columns: ['url', 'time_added'], read: readPocket },
  { source: 'instapaper', columns: ['url', 'title', 'selection', 'folder'], read: readInstapaper },
  { source: 'raindrop', columns: ['url', 'folder', 'created', 'note'], read: readRaindrop },
  // Of one folder alone it does not say which.
  { source: 'raindrop', columns: ['url', 'created', 'cover', 'highlights'], read: readRaindrop },
  { source: 'readwise', columns: ['url', 'saved date', 'location'], read: readReader },
  { source: 'readwise', columns: ['highlight', 'book title'], read: readReadwise },
  { source: 'wallabag', columns: ['url', 'content', 'mime type', 'creation date'], read: readWallabag },
  { source: 'csv', columns: ['url'], read: readAny },
];

const words = (names: string): string[] => names.split('|');

/** Names that other tables give their address column, in the languages of the interface as all names here. */
const ADDRESS_NAMES = words(
  'url|link|href|address|uri|source|source url|网址|链接|地址|原文链接|網址|連結|鏈接|リンク|アドレス|الرابط|رابط',
);

/** Names of the other columns; of several in a table the first that is filled counts. */
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

/** No list has as many columns: each row has a cell for every one, which of thousands would take hours. */
const MOST_COLUMNS = 500;

/** Reads a table (RFC 4180 and its relatives), each row when it is asked for; null when no column holds addresses. */
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
      // Our own tables keep formulas from running with an apostrophe.
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
const noteOf = (quote: string, note = '', at: number | null = null): ImportedNote => ({
  quote,
  note,
  colour: 'yellow',
  at,
});

/** https://support.mozilla.org/kb/exporting-your-pocket-list: `title,url,time_added,tags,status`, tags by `|`. */
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

/** `URL,Title,Selection,Folder,Timestamp,Tags`: Folder is Unread, Archive, Starred or one of the reader's own. */
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
    notes: [noteOf(row['selection'] ?? '')],
  });
}

/** Instapaper writes its tags as a JSON list in the cell, Readwise as one of Python; others names with commas between. */
function listOf(value = ''): string[] {
  try {
    const list: unknown = JSON.parse(value);
    if (Array.isArray(list)) return list.filter((tag) => typeof tag === 'string');
  } catch {
    // Not JSON.
  }
  if (!/^\s*\[.*\]\s*$/s.test(value)) return split(value, /,/);
  // A quote that is not closed goes to the end: looking for one anew at each sign would take the square of the time.
  const quoted = value.matchAll(/'((?:[^'\\]|\\.)*)(?:'|$)|"((?:[^"\\]|\\.)*)(?:"|$)/gs);
  return [...quoted].map(([, single, double]) => (single ?? double ?? '').replace(/\\(.)/gs, '$1'));
}

/** https://help.raindrop.io/export: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`. */
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
    notes: [noteOf('', row['note']), ...highlightsOf(row['highlights'])],
  });
}

/** `Highlight:…` with `Note:…` below it where there is one, each of any number of lines; else a passage on each line. */
function highlightsOf(cell = ''): ImportedNote[] {
  if (!/^Highlight:/m.test(cell)) return split(cell, /\n+/).map((quote) => noteOf(quote));
  return split(cell, /^Highlight:/m).map((passage) => {
    const [quote = '', ...note] = split(passage, /^Note:/m);
    return noteOf(quote, note.join('Note:'));
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

/** Readwise highlights name books, not pages, unless a column holds the address. */
function readReadwise(row: Row): ImportLine {
  const url = row['url'] || row['source_url'];
  if (!url) return { kind: 'refused', what: (row['book title'] ?? '').slice(0, 200), reason: 'no-page' };
  const note = noteOf(row['highlight'] ?? '', row['note'], readTime(row['highlighted at']));
  return importRow({
    url,
    title: row['book title'],
    byline: row['book author'],
    notes: [note],
    tags: split(row['document tags'], /,/),
  });
}

/** wallabag's table, which says less than its JSON: `Title;URL;Content;Tags;MIME Type;Language;Creation date`, `15/01/2023 10:30:00`. */
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

/** A folder that tells a state is no tag. */
function ownFolder(value = ''): string[] {
  const folder = value.trim();
  return isArchived(folder) || /^(?:unread|starred|home|inbox|unsorted|list|deleted)?$/i.test(folder) ? [] : [folder];
}

/** Recto's own table, and any other that has an address in each row. */
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
    // A column of that name may hold something else, such as the time that reading takes.
    savedAt: NAMES.saved.map((name) => readTime(row[name])).find((time) => time !== null) ?? null,
    tags: [...ownFolder(row['folder']), ...split(tags, isOurs || tags.includes('|') ? /\|/ : /[,;，；、،]/)],
    place: isArchived(status) || isYes(first('archived', 'is_archived', 'read')) ? 'archive' : 'list',
    favourite: isYes(first('favourite', 'favorite', 'favorited', 'starred', 'is_starred')),
    // Ours is in percent, where 1 is not the whole.
    progress: shareOf(isOurs ? `${row['progress']}%` : first('progress')),
    notes: [noteOf(first('highlight', 'quote', 'selection') ?? '', first(...NAMES.note))],
  });
}

/** `0.42`, `42` or `42%`. */
function shareOf(value: string | undefined): number | null {
  const number = Number.parseFloat(value ?? '');
  if (!Number.isFinite(number) || number < 0) return null;
  return Math.min(1, number > 1 || value?.includes('%') ? number / 100 : number);
}
