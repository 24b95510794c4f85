import { type IDBPTransaction, unwrap } from 'idb';
import type { SearchHit, SearchQuery, SearchResult } from '../../model/library.ts';
import { parseSavedMetadata, type SavedMetadata } from '../../model/saved-article.ts';
import { beginningOf, makeSnippet, markMatches } from '../../model/search/make-snippet.ts';
import type { Clause } from '../../model/search/parse-query.ts';
import { parseSearch } from '../../model/search/parse-search.ts';
import type { LibraryDatabase, LibrarySchema } from '../library-schema.ts';
import { readText } from '../read-record.ts';
import { collectFound, type Found } from './collect-found.ts';
import { ANY, findFiltered, findTagged, listFiltered } from './find-by-facet.ts';
import { type Ranking, type RankQuery, rankArticles } from './rank-articles.ts';
import { knownSegments, readSegments } from './read-segments.ts';

const STORES = ['tallies', 'searchSegments', 'searchBlocks', 'metadata', 'bodies', 'highlights'] as const;
type SearchTransaction = IDBPTransaction<LibrarySchema, (typeof STORES)[number][], 'readonly'>;

/**
 * Finds articles and links by title, site, text, notes and tags, best first; without words, all that pass the filters,
 * newest first. Deleted ones are not found. All is done in one transaction with as few round trips as possible: waiting
 * for those is most of a query's time.
 */
export async function searchLibrary(database: LibraryDatabase, query: SearchQuery): Promise<SearchResult> {
  const { clauses, without, filters } = parseSearch(query.text);
  const transaction: SearchTransaction = database.transaction([...STORES]);
  const metadata = transaction.objectStore('metadata');
  const wanted = query.limit + 1;
  const isAll = clauses.length === 0 && filters.length === 0 && without.length > 0;
  const among = findFiltered(metadata, isAll ? [ANY] : filters);
  if (clauses.length === 0) {
    const out = await findOut(database, transaction, without);
    const ids = (await among) ?? new Set();
    const found = await listFiltered(metadata, ids, wanted, (item) => !out.entries.has(keyOf(item)));
    const whole = found.slice(0, query.limit).flatMap((item) => parseSavedMetadata(item) ?? []);
    return { hits: whole.map(withExcerpt), more: found.length === wanted, damaged: out.damaged };
  }
  const tagged = findTagged(metadata, [...clauses, ...without]);
  const { ranked, damaged } = await rank(database, transaction, { clauses, without, among, tagged });
  const found = await collectFound(transaction, ranked, wanted);
  const hits = await addSnippets(transaction, found.slice(0, query.limit), clauses);
  return { hits, more: found.length === wanted, damaged };
}

/** An entry of the index, of which an article has one that counts. */
const keyOf = ({ id, searchStamp }: { id: string; searchStamp: number | null }): string => `${id} ${searchStamp}`;

/** The entries that have any of these clauses, for a search that has nothing but filters otherwise. */
async function findOut(database: LibraryDatabase, transaction: SearchTransaction, without: Clause[]) {
  const among = Promise.resolve(null);
  const rankings = await Promise.all(
    without.map((clause) => {
      const tagged = findTagged(transaction.objectStore('metadata'), [clause]);
      return rank(database, transaction, { clauses: [clause], without: [], tagged, among });
    }),
  );
  const ranked = rankings.flatMap((ranking) => ranking.ranked);
  return {
    entries: new Set(
      ranked.map(({ segment: { ids, stamps }, number }) =>
        keyOf({ id: ids[number] ?? '', searchStamp: stamps[number] ?? 0 }),
      ),
    ),
    damaged: rankings.some(({ damaged }) => damaged),
  };
}

/** Requests blocks by the heads known from before, while these are compared with the stored ones. */
async function rank(database: LibraryDatabase, transaction: SearchTransaction, query: RankQuery): Promise<Ranking> {
  const source = { database, store: unwrap(transaction.objectStore('searchBlocks')) };
  const known = knownSegments(database);
  const [segments, early] = await Promise.all([
    readSegments(database, transaction),
    known && rankArticles(source, known, query),
  ]);
  return early && segments === known ? early : rankArticles(source, segments, query);
}

async function addSnippets(transaction: SearchTransaction, found: Found[], clauses: Clause[]): Promise<SearchHit[]> {
  const notes = transaction.objectStore('highlights').index('articleId');
  return Promise.all(
    found.map(async ({ metadata, text: known }): Promise<SearchHit> => {
      const text = known ?? (await readText(transaction, 'bodies', metadata.id))?.text ?? '';
      const titleMarks = markMatches(metadata.title, clauses);
      const inText = makeSnippet(text, clauses);
      if (inText) return { metadata, snippet: inText.text, marks: inText.marks, titleMarks };
      const ofItem = titleMarks.length === 0 ? await notes.getAll(metadata.id) : [];
      const inNote = makeSnippet(ofItem.map(({ note }) => note).join('\n'), clauses);
      if (inNote) return { metadata, snippet: inNote.text, marks: inNote.marks, titleMarks };
      return { metadata, snippet: metadata.excerpt ?? beginningOf(text), marks: [], titleMarks };
    }),
  );
}

const withExcerpt = (metadata: SavedMetadata): SearchHit => ({ metadata, snippet: metadata.excerpt ?? '', marks: [] });
