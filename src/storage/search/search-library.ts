import type { SearchHit, SearchQuery, SearchResult } from '../../model/library.ts';
import { makeSnippet, markMatches } from '../../model/search/make-snippet.ts';
import type { Clause } from '../../model/search/parse-query.ts';
import { type ParsedSearch, parseSearch } from '../../model/search/parse-search.ts';
import type { LibraryDatabase, StoredMetadata } from '../library-schema.ts';
import { findFiltered, findTagged } from './find-by-facet.ts';
import { listFiltered } from './list-filtered.ts';
import { type Ranked, rankArticles } from './rank-articles.ts';
import { readSegments } from './read-segments.ts';

/** Characters of the excerpt shown when only the title or the site was found. */
const EXCERPT = 180;

/** Entries whose metadata are looked up at once, beyond those that are shown: some are out of date. */
const SPARE = 5;

/**
 * Finds articles and links by title, site, text, notes and tags, best first; without words, those that pass the filters,
 * newest first. Deleted ones are not found.
 */
export async function searchLibrary(database: LibraryDatabase, query: SearchQuery): Promise<SearchResult> {
  const parsed = parseSearch(query.text);
  const wanted = query.limit + 1;
  if (query.limit <= 0 || (parsed.clauses.length === 0 && parsed.filters.length === 0)) {
    return { hits: [], more: false, damaged: false };
  }
  const { found, damaged } = await find(database, parsed, wanted);
  const best = found.slice(0, query.limit);
  const hits = parsed.clauses.length > 0 ? await addSnippets(database, best, parsed.clauses) : best.map(withExcerpt);
  return { hits, more: found.length === wanted, damaged };
}

/** The best `wanted` items. */
async function find(database: LibraryDatabase, { clauses, filters }: ParsedSearch, wanted: number) {
  const transaction = database.transaction(['tallies', 'searchSegments', 'searchBlocks', 'metadata']);
  const metadata = transaction.objectStore('metadata');
  const among = await findFiltered(metadata, filters);
  if (clauses.length === 0) return { found: await listFiltered(metadata, among ?? new Set(), wanted), damaged: false };
  const [segments, tagged] = await Promise.all([readSegments(database, transaction), findTagged(metadata, clauses)]);
  const blocks = transaction.objectStore('searchBlocks');
  const { ranked, damaged } = await rankArticles(database, blocks, segments, { clauses, tagged, among });
  const found: StoredMetadata[] = [];
  for (let at = 0; at < ranked.length && found.length < wanted; ) {
    const batch = ranked.slice(at, at + wanted - found.length + SPARE);
    at += batch.length;
    found.push(...(await upToDate(database, batch)));
  }
  return { found: found.slice(0, wanted), damaged };
}

/** The metadata of those entries that still are what was indexed. */
async function upToDate(database: LibraryDatabase, batch: Ranked[]): Promise<StoredMetadata[]> {
  const { store } = database.transaction('metadata');
  const items = await Promise.all(batch.map(({ segment, number }) => store.get(segment.ids[number] ?? '')));
  return items.flatMap((item, at) => {
    const { segment, number } = batch[at] as Ranked;
    return item && item.place !== 'deleted' && item.searchStamp === segment.stamps[number] ? [item] : [];
  });
}

async function addSnippets(
  database: LibraryDatabase,
  found: StoredMetadata[],
  clauses: Clause[],
): Promise<SearchHit[]> {
  const transaction = database.transaction(['bodies', 'highlights']);
  const bodies = transaction.objectStore('bodies');
  const notes = transaction.objectStore('highlights').index('articleId');
  const texts = await Promise.all(found.map(async ({ id }) => (await bodies.get(id))?.text ?? ''));
  return Promise.all(
    found.map(async (metadata, at): Promise<SearchHit> => {
      const text = texts[at] ?? '';
      const titleMarks = markMatches(metadata.title, clauses);
      const inText = makeSnippet(text, clauses);
      if (inText) return { metadata, snippet: inText.text, marks: inText.marks, titleMarks };
      const ofItem = titleMarks.length === 0 ? await notes.getAll(metadata.id) : [];
      const inNote = makeSnippet(ofItem.map(({ note }) => note).join('\n'), clauses);
      if (inNote) return { metadata, snippet: inNote.text, marks: inNote.marks, titleMarks };
      return { metadata, snippet: metadata.excerpt ?? text.slice(0, EXCERPT), marks: [], titleMarks };
    }),
  );
}

const withExcerpt = (metadata: StoredMetadata): SearchHit => ({ metadata, snippet: metadata.excerpt ?? '', marks: [] });
