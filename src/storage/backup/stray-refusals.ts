import type { BackupLine, RefusedLine } from '../../model/backup/backup-line.ts';

/** The item of the file that a line belongs to; null for a line that belongs to none. */
export function ownerOf(line: BackupLine): string | null {
  if (line.kind === 'highlight') return line.highlight.articleId;
  if (line.kind === 'copy') return line.copy.articleId;
  return line.kind === 'pictureJob' ? line.job.articleId : null;
}

/**
 * What is refused where the item of a line is neither in the file nor here. No person has made the record of a picture, so
 * nothing is said of it.
 */
export function strayRefusals(line: BackupLine): RefusedLine[] {
  if (line.kind === 'highlight') return [strayOf(line.highlight.note || line.highlight.exact, 'a highlight')];
  return line.kind === 'copy' ? [strayOf(line.copy.article.title, 'a copy')] : [];
}

const strayOf = (title: string, what: string): RefusedLine => ({
  kind: 'refused',
  ...{ title: title.slice(0, 200), code: 'record-damaged', detail: `${what} without its article` },
});
