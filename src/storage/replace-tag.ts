import type { ReplacedTag, SpelledTag, TagReplacement } from '../model/library.ts';
import { parseSavedMetadata } from '../model/saved-article.ts';
import { foldName } from '../model/search/fold.ts';
import { sameTag } from '../model/search/tag-key.ts';
import { keysOfPlace } from './key-ranges.ts';
import type { LibraryDatabase, StoredMetadata } from './library-schema.ts';
import { laterThan, withSortFields } from './stored-metadata.ts';
import { type WriteTransaction, writeStrictly } from './write-strictly.ts';

/**
 * Renames a tag in every item, Recently deleted among them, or removes it (`to` null); `ids` limits it to some.
 * Spellings that the list of tags shows as one count as one. Gives each item's own spelling, for Undo.
 */
export async function replaceTag(
  database: LibraryDatabase,
  { from, to, ids }: TagReplacement,
  now = Date.now(),
): Promise<ReplacedTag> {
  const name = to?.trim().replace(/\s+/g, ' ') ?? '';
  return writeStrictly(database, ['metadata'], async (transaction) => {
    const store = transaction.objectStore('metadata');
    const changed = new Map<string, string[]>();
    const joined = new Map<string, string[]>();
    const writes: Promise<unknown>[] = [];
    for (const item of await itemsWith(transaction, from, ids ?? null)) {
      const others = item.tags.filter((tag) => !sameTag(tag, from));
      if (others.length === item.tags.length) continue;
      const hasBoth = name !== '' && others.some((tag) => sameTag(tag, name));
      const tags = name === '' || hasBoth ? others : renamed(item.tags, from, name);
      writes.push(store.put(withSortFields({ ...item, tags, tagsAt: laterThan(item.tagsAt, now) })));
      note(hasBoth ? joined : changed, item.tags.find((tag) => sameTag(tag, from)) ?? from, item.id);
    }
    await Promise.all(writes);
    return { changed: spelled(changed), joined: spelled(joined) };
  });
}

function note(spellings: Map<string, string[]>, tag: string, id: string): void {
  const ids = spellings.get(tag);
  if (ids) ids.push(id);
  else spellings.set(tag, [id]);
}

const spelled = (spellings: Map<string, string[]>): SpelledTag[] => [...spellings].map(([tag, ids]) => ({ tag, ids }));

/** The tags with the new name in the place of the old. */
function renamed(tags: readonly string[], from: string, name: string): string[] {
  return [...new Set(tags.map((tag) => (sameTag(tag, from) ? name : tag)))];
}

async function itemsWith(
  transaction: WriteTransaction,
  tag: string,
  ids: readonly string[] | null,
): Promise<StoredMetadata[]> {
  const store = transaction.objectStore('metadata');
  if (ids) return (await Promise.all(ids.map((id) => store.get(id)))).filter((item) => item !== undefined);
  const tagged = store.index('facets').getAll(`tag:${foldName(tag)}`);
  // Deleted items cannot be filtered by tag, but may be restored.
  const deleted = store.index('place').getAll(keysOfPlace('deleted'));
  // Damaged items are left to the check.
  return (await Promise.all([tagged, deleted])).flat().filter((item) => parseSavedMetadata(item) !== null);
}
