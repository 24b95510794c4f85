import { tagKey } from '../../../../src/model/search/tag-key.ts';
import type { Person } from './person.ts';

/** What a person sees of one item. */
export interface SeenItem {
  url: string;
  kind: string;
  place: string;
  tags: string[];
  favourite: boolean;
  progress: number | null;
  hidden: string[];
  /** Hash of the text in front, and those of the texts behind that are not the same. */
  front: string | null;
  behind: string[];
  /** `passage|colour|note`, of each highlight. */
  highlights: string[];
  daysLeft: number | null;
}

/** What a person sees of a library: lists in their order, by address, and each item. */
export interface Seen {
  lists: { list: string[]; archive: string[]; deleted: string[] };
  reading: string[];
  tags: string[];
  items: SeenItem[];
}

/** Reads all that a person can see. */
export async function whatIsSeen({ library, database }: Person): Promise<Seen> {
  const [list, archive, deleted] = await Promise.all(
    (['list', 'archive', 'deleted'] as const).map(async (place) => (await library.list({ place, limit: 50 })).items),
  );
  const urls = (items: readonly { url: string }[] = []): string[] => items.map(({ url }) => url);
  const all = [...(list ?? []), ...(archive ?? []), ...(deleted ?? [])];
  const copies = await database.getAll('copies');
  const items = await Promise.all(
    all.map(async (item): Promise<SeenItem> => {
      const front = (await library.open(item.id))?.article?.contentHash ?? null;
      const behind = copies.filter(({ articleId }) => articleId === item.id).map(({ article }) => article.contentHash);
      const highlights = await library.highlights(item.id);
      return {
        ...{ url: item.url, kind: item.kind, place: item.place, favourite: item.favourite, front },
        tags: item.tags.map(tagKey).sort(),
        progress: item.position?.progress ?? null,
        hidden: (item.hidden?.blocks ?? []).map(({ quote }) => quote).sort(),
        behind: [...new Set(behind)].filter((hash) => hash !== front).sort(),
        highlights: highlights.map(({ exact, colour, note }) => `${exact}|${colour}|${note}`).sort(),
        daysLeft: item.daysLeft ?? null,
      };
    }),
  );
  items.sort((a, b) => (a.url < b.url ? -1 : 1));
  return {
    lists: { list: urls(list), archive: urls(archive), deleted: urls(deleted) },
    reading: urls(await library.continueReading(50)),
    tags: (await library.tags()).map(({ name, count }) => `${tagKey(name)} ${count}`).sort(),
    items,
  };
}
