import type { SavedMetadata } from '../model/saved-article.ts';

/** Columns of the list as a table. Readers and spreadsheets know them by these names; they are not translated. */
const COLUMNS = {
  url: ({ url }) => url,
  title: ({ title }) => title,
  author: ({ byline }) => byline,
  site: ({ siteName }) => siteName,
  published: ({ publishedTime }) => publishedTime,
  saved: ({ savedAt }) => isoTime(savedAt),
  status: ({ place }) => ({ list: 'unread', archive: 'archive', deleted: 'deleted' })[place],
  favourite: ({ favourite }) => (favourite ? '1' : '0'),
  tags: ({ tags }) => tags.map((tag) => tag.replace(/\|/g, '/')).join('|'),
  progress: ({ position }) => (position ? String(Math.round(position.progress * 100)) : '0'),
  words: ({ wordCount }) => String(wordCount),
  language: ({ lang }) => lang,
} satisfies Record<string, (item: SavedMetadata) => string | null>;

/**
 * What a spreadsheet would run begins so (https://owasp.org/www-community/attacks/CSV_Injection); and what already has the
 * `'` in front that is taken off again.
 */
const FORMULA = /^(?:'?[=+\-@\t\r]|'')/;

/**
 * The list as CSV (RFC 4180, UTF-8 with a byte order mark, as Excel wants it). Cells that would be formulas get a `'` in
 * front, which Recto's own import takes off again.
 */
export function itemsToCsv(items: readonly SavedMetadata[]): string {
  const rows = [Object.keys(COLUMNS), ...items.map((item) => Object.values(COLUMNS).map((read) => read(item) ?? ''))];
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;\t']/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function isoTime(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
