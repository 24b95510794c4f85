import type { Article } from '../../model/article.ts';
import type { FetchEnd } from '../../model/fetching.ts';
import type { ReplacedTag, SaveReceipt, TagReplacement } from '../../model/library.ts';
import type { Place } from '../../model/saved-article.ts';
import { changeTags, moveItems, restoreItems, setFavourite } from '../change-items.ts';
import { countDays } from '../day-count.ts';
import { endFetch, keepFetched } from '../fetching/keep-fetched.ts';
import { joinKept } from '../join-link.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { replaceTag } from '../replace-tag.ts';
import { type ArticleToSave, saveLink } from '../save-article.ts';
import { undoSave } from '../undo-save.ts';
import { savePage, updateCopy } from '../update-copy.ts';
import type { AnnouncedWrites } from './announced-writes.ts';

/** How articles and links come into the library, and how the last save is taken back. */
export interface SavingWrites {
  save(input: ArticleToSave): Promise<SaveReceipt>;
  /** Joins the link that was saved from one of these addresses with the kept article that they lead to. */
  joinKept(id: string, addresses: readonly string[]): Promise<void>;
  updateCopy(article: Article): Promise<SaveReceipt>;
  saveLink(link: { url: string; title: string }): Promise<SaveReceipt>;
  /** Whether it was taken back. */
  undoSave(save: Pick<SaveReceipt, 'id' | 'savedAt'>): Promise<boolean>;
  /** Gives a link the text that was fetched for it. */
  keepFetched(id: string, article: Article): Promise<void>;
  /** Notes why the page of a link was not kept. */
  endFetch(id: string, end: FetchEnd): Promise<void>;
}

/** The writes of `SavingWrites`; where a change cannot be written they throw `RectoError` with a code of storage. */
export function savingWrites({ change, answer, counted }: AnnouncedWrites): SavingWrites {
  const itsItem = (receipt: SaveReceipt): string[] => [receipt.id];
  return {
    save(input) {
      const gone = new Set<string>();
      const onJoined = (linkId: string): void => void gone.add(linkId);
      return counted(
        answer(
          (database) => savePage(database, { ...input, onJoined }),
          ({ id }) => [id, ...gone],
        ),
      );
    },
    joinKept: (id, addresses) => counted(change((database) => joinKept(database, id, addresses))),
    updateCopy: (article) => answer((database) => updateCopy(database, article), itsItem),
    saveLink: (link) => counted(answer((database) => saveLink(database, link), itsItem)),
    async undoSave(save) {
      const work = async (database: LibraryDatabase) => undoSave(database, save, Date.now(), await countDays(database));
      return (await counted(answer(work, (ids) => ids))).length > 0;
    },
    keepFetched: (id, article) => counted(change((database) => keepFetched(database, id, article))),
    endFetch: (id, end) => change((database) => endFetch(database, id, end)),
  };
}

/** How a person puts the list in order: places, favourites and tags, of one article or many. */
export interface SortingWrites {
  move(ids: string[], place: Place, from?: readonly Place[]): Promise<void>;
  restore(ids: string[]): Promise<void>;
  setFavourite(ids: string[], favourite: boolean): Promise<void>;
  changeTags(ids: string[], change: { add?: string[]; remove?: string[] }): Promise<void>;
  replaceTag(replacement: TagReplacement): Promise<ReplacedTag>;
}

/** The writes of `SortingWrites`; where a change cannot be written they throw `RectoError` with a code of storage. */
export function sortingWrites({ change, answer }: AnnouncedWrites): SortingWrites {
  return {
    move: (ids, place, from) =>
      change(async (database) => moveItems(database, ids, place, { today: await countDays(database), from })),
    restore: (ids) => change((database) => restoreItems(database, ids)),
    setFavourite: (ids, favourite) => change((database) => setFavourite(database, ids, favourite)),
    changeTags: (ids, tags) => change((database) => changeTags(database, ids, tags)),
    replaceTag: (replacement) =>
      answer(
        (database) => replaceTag(database, replacement),
        ({ changed, joined }) => [...changed, ...joined].flatMap(({ ids }) => ids),
      ),
  };
}
