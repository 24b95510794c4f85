import type { Article } from '../../model/article.ts';
import { hashText } from '../../model/hash-text.ts';
import { CONTEXT_LENGTH, type Highlight } from '../../model/highlights/highlight.ts';
import type { ImportedItem, ImportedNote } from '../../model/imported-item.ts';
import { withoutNoteMarks } from '../../model/text/without-note-marks.ts';
import type { StoredMetadata } from '../library-schema.ts';
import { metadataOfArticle, metadataOfLink, withSortFields } from '../stored-metadata.ts';

/** An imported page in the form it is stored in. */
export interface ImportedRecord {
  metadata: StoredMetadata;
  /** Null for a link. */
  article: Article | null;
  highlights: Highlight[];
}

/**
 * Makes the records of an imported page: place, favourite, tags and dates as in the file. A future time becomes now.
 * Notes get ids from their content, so that reading a file twice gives the same notes.
 */
export function recordOfImport(item: ImportedItem, article: Article | null, now = Date.now()): ImportedRecord {
  const savedAt = Math.min(item.savedAt ?? now, now);
  const base = article ? metadataOfArticle(article, savedAt, null, []) : metadataOfLink(item, savedAt);
  const { place, favourite, tags, progress } = item;
  const head = article
    ? {}
    : { byline: item.byline, publishedTime: item.publishedTime, lang: item.lang, excerpt: item.excerpt };
  const metadata = withSortFields({
    ...base,
    ...head,
    ...{ place, favourite, tags, movedAt: savedAt },
    position: progress === null ? null : { block: 0, offset: 0, quote: '', progress, at: savedAt },
  });
  const highlights = item.notes.map((note) => highlightOf(note, metadata, article?.text ?? '', savedAt));
  return { metadata, article: article && withoutNoteMarks(article), highlights };
}

/** A passage that is not in the text, or has no text yet, gets no place (0 to 0). */
function highlightOf(note: ImportedNote, { id, urlKey }: StoredMetadata, text: string, savedAt: number): Highlight {
  const { quote, colour } = note;
  const start = quote === '' ? -1 : text.indexOf(quote);
  const end = start + quote.length;
  const at = note.at ?? savedAt;
  const place =
    start < 0
      ? { prefix: '', suffix: '', start: 0, end: 0 }
      : {
          prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
          suffix: text.slice(end, end + CONTEXT_LENGTH),
          start,
          end,
        };
  return {
    id: `import-${hashText(`${urlKey}\n${quote}\n${note.note}`)}`,
    articleId: id,
    exact: quote,
    ...place,
    colour,
    note: note.note,
    createdAt: at,
    changedAt: at,
  };
}
