import type { SearchHit } from '../../model/library.ts';
import type { LibraryDatabase } from '../library-schema.ts';

/** Finds articles by title and site. */
export async function searchLibrary(database: LibraryDatabase, text: string, limit: number): Promise<SearchHit[]> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const items = await database.getAll('metadata');
  return items
    .filter((item) => item.place !== 'deleted' && `${item.title} ${item.siteName}`.toLowerCase().includes(wanted))
    .slice(0, limit)
    .map((metadata) => ({ metadata, snippet: metadata.excerpt ?? '', marks: [] }));
}
