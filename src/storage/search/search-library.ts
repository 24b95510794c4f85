import type { SearchHit } from '../../model/library.ts';
import { makeSnippet, markMatches } from '../../model/search/make-snippet.ts';
import { type Clause, parseQuery } from '../../model/search/parse-query.ts';
import type { LibraryDatabase, StoredMetadata } from '../library-schema.ts';
import { type Ranked, rankArticles } from './rank-articles.ts';
import { readSegments } from './read-segments.ts';

/** Characters of the excerpt shown when only the title or the site was found. */
const EXCERPT = 180;

/** Finds articles and links by title, site and text, best first. Deleted ones are not found. */
export async function searchLibrary(database: LibraryDatabase, text: string, limit: number): Promise<SearchHit[]> {
  const clauses = parseQuery(text);
  if (clauses.length === 0 || limit <= 0) return [];
  const ranked = await rankArticles(database, await readSegments(database), clauses);
  const found: StoredMetadata[] = [];
  for (let at = 0; at < ranked.length && found.length < limit; ) {
    const batch = ranked.slice(at, at + limit);
    at += batch.length;
    found.push(...(await upToDate(database, batch)));
  }
  return addSnippets(database, found.slice(0, limit), clauses);
}

/** The metadata of those entries that still are what was indexed. */
async function upToDate(database: LibraryDatabase, batch: Ranked[]): Promise<StoredMetadata[]> {
  const store = database.transaction('metadata').store;
  const items = await Promise.all(batch.map(({ document }) => store.get(document.id)));
  return items.flatMap((item, at) =>
    item && item.place !== 'deleted' && item.searchStamp === batch[at]?.document.stamp ? [item] : [],
  );
}

async function addSnippets(
  database: LibraryDatabase,
  found: StoredMetadata[],
  clauses: Clause[],
): Promise<SearchHit[]> {
  const store = database.transaction('bodies').store;
  const bodies = await Promise.all(found.map(({ id }) => store.get(id)));
  return found.map((metadata, at) => {
    const text = bodies[at]?.text ?? '';
    const snippet = makeSnippet(text, clauses);
    const titleMarks = markMatches(metadata.title, clauses);
    const shown = snippet ?? { text: metadata.excerpt ?? text.slice(0, EXCERPT), marks: [] };
    return { metadata, snippet: shown.text, marks: shown.marks, titleMarks };
  });
}
