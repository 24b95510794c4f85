import type { ReplacedTag, TagReplacement } from '../../model/library.ts';
import type { Place } from '../../model/saved-article.ts';
import { changeTags, moveItems, restoreItems, setFavourite } from '../change-items.ts';
import { countDays } from '../day-count.ts';
import { replaceTag } from '../replace-tag.ts';
import type { AnnouncedWrites } from './announced-writes.ts';

/** How a person puts the list in order: places, favourites and tags, of one article or many. */
export interface SortingWrites {
  move(ids: string[], place: Place): Promise<void>;
  restore(ids: string[]): Promise<void>;
  setFavourite(ids: string[], favourite: boolean): Promise<void>;
  changeTags(ids: string[], change: { add?: string[]; remove?: string[] }): Promise<void>;
  replaceTag(replacement: TagReplacement): Promise<ReplacedTag>;
}

/** The writes of `SortingWrites`; where a change cannot be written they throw `RectoError` with a code of storage. */
export function sortingWrites({ change, answer }: AnnouncedWrites): SortingWrites {
  return {
    move: (ids, place) => change(async (database) => moveItems(database, ids, place, await countDays(database))),
    restore: (ids) => change((database) => restoreItems(database, ids)),
    setFavourite: (ids, favourite) => change((database) => setFavourite(database, ids, favourite)),
    changeTags: (ids, tags) => change((database) => changeTags(database, ids, tags)),
    replaceTag: (replacement) =>
      answer(
        (database) => replaceTag(database, replacement),
        ({ changed, joined }) => [...changed, ...joined],
      ),
  };
}
