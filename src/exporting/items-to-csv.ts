import type { SavedMetadata } from '../model/saved-article.ts';

/** The columns of the table. Their names are not translated, because other programs recognise them. */
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
 * The beginning of what a spreadsheet would run as a formula (https://owasp.org/www-community/attacks/CSV_Injection),
 * or of what already has a `'` there, which the import would otherwise remove.
 */
const FORMULA = /^(?:'?[=+\-@\t\r]|'')/;

/**
 * Writes items as CSV (RFC 4180) in UTF-8 with a byte order mark, which Excel needs. A cell that would be a formula
 * gets a `'` in front, which Recto's own import removes.
 */
export function itemsToCsv(items: readonly SavedMetadata[]): string {
  const rows = [Object.keys(COLUMNS), ...items.map((item) => Object.values(COLUMNS).map((read) => read(item) ?? ''))];
  return `\ufeff${rows.map((row) => row.map(escapeCell).join(',')).join('\r\n')}\r\n`;
}

function escapeCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;\t']/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function isoTime(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
