import type { Article } from './article.ts';
import type { CopyFacts } from './article-copy.ts';
import type { BackupRefusal, ErrorCode } from './errors/error-code.ts';
import type { HidingChange } from './hidden-blocks.ts';
import type { Highlight, HighlightDraft, HighlightedArticle, HighlightKey } from './highlights/highlight.ts';
import type { PictureReceipt, SavedPicture } from './pictures/picture.ts';
import type { ReadingPosition } from './reading-position.ts';
import type { Place, SavedArticle, SavedMetadata } from './saved-article.ts';

/** What a save gives back once the article was written and read back. */
export interface SaveReceipt {
  id: string;
  savedAt: number;
  /**
   * True when the address was already kept. A save has then written nothing, and `savedAt` is the earlier time. "Update
   * copy" may have put the new text in front, and `savedAt` is then the time of that.
   */
  existed: boolean;
  /**
   * Only from "Update copy": the new text looks worse, so the old one stays in front and the new one is kept behind it.
   */
  aside?: 'shorter' | 'sign-in';
}

/** One page of a list; `next` continues it and is null at the end. */
export interface ListPage {
  items: SavedMetadata[];
  next: ListCursor | null;
  /** Records of this page that cannot be read; they stay where they are and are left out of `items`. */
  damaged?: DamagedItem[];
}

/** An item whose record is damaged, with its title where that can still be read. */
export interface DamagedItem {
  id: string;
  title: string | null;
}

/** Sort time and id of the last item of the page before. */
export type ListCursor = readonly [time: number, id: string];

/** Which part of the list of a place is asked for. */
export interface ListQuery {
  place: Place;
  /** At most this many items, newest first. */
  limit: number;
  /** Where the page before ended; without it the first page is given. */
  after?: ListCursor | null;
}

/** A found article; `snippet` is text around the first match, `marks` are [start, end) offsets in it, `titleMarks` in the title. */
export interface SearchHit {
  metadata: SavedMetadata;
  snippet: string;
  marks: [number, number][];
  titleMarks?: [number, number][];
}

/** What was typed into the search box: words, `"phrases"`, and filters such as `tag:travel`, `site:example.org`, `is:unread`. */
export interface SearchQuery {
  text: string;
  /** At most this many hits, best first. */
  limit: number;
}

/** What a search found, best first; filters alone give the newest first. */
export interface SearchResult {
  hits: SearchHit[];
  /** There are more after these. */
  more: boolean;
  /** A part of the index cannot be read. Some articles are missing from the results until it is mended. */
  damaged: boolean;
}

/** How far the search index has been made anew, in articles. */
export interface IndexProgress {
  done: number;
  total: number;
}

/**
 * What restoring a backup did. No item and no text that was here is lost; of other fields the later change stays, see
 * `restoreBackup`.
 */
export interface RestoreReport {
  imported: number;
  /** Already in this list, at the same address. */
  present: number;
  /** How many of these are in Recently deleted now, and were not on both sides before; absent for none. */
  deleted?: number;
  /** Records, and settings that could not be kept. `detail` is for those who look into the file. */
  refused: { title: string; code: ErrorCode | BackupRefusal; detail: string }[];
  /** How many more records were refused than are named here. */
  moreRefused: number;
}

/** A file with all of the library that could be read. */
interface MadeBackup {
  file: Blob;
  /**
   * Records, texts and pictures that could not be read, or not completely: they are missing or incomplete in the file.
   */
  unreadable: number;
}

/** One file that holds the whole library. */
export interface LibraryBackup {
  /** Writes the file. */
  make(onProgress?: (done: number, total: number) => void): Promise<MadeBackup>;
  /** Merges a file into the list; throws an error that begins with `backup-` when nothing of it can be used. */
  restore(file: Blob, onProgress?: (done: number, total: number) => void): Promise<RestoreReport>;
}

/** How many items are in each place, damaged ones included. */
export interface LibraryCounts {
  list: number;
  archive: number;
  deleted: number;
}

/** A tag, in one of its spellings, and how many items of the reading list and the archive have it. */
export interface TagCount {
  name: string;
  count: number;
}

/** Tags to add to items and to take from them; spellings of one tag count as one. */
export interface TagChange {
  add?: string[];
  remove?: string[];
}

/** Another name for a tag, everywhere or in some items; null takes it away. */
export interface TagReplacement {
  from: string;
  to: string | null;
  ids?: string[];
}

/** Items that have a tag in the same spelling. */
export interface SpelledTag {
  tag: string;
  ids: string[];
}

/** The items that had the tag, by its spelling there. Those in `joined` already had the new tag, too. */
export interface ReplacedTag {
  changed: SpelledTag[];
  joined: SpelledTag[];
}

/** Where a save comes from, and what the person agreed to. */
export interface SaveOptions {
  /** The tab the article was read from. Needed from extension pages; a content script's own tab is used otherwise. */
  tabId?: number;
  /** The person answered "Keep this in your normal list?" with yes. Needed for a save from a private window. */
  consent?: boolean;
}

/** What changed: the ids, or null when so much changed that everything should be read again. */
export interface LibraryChange {
  ids: string[] | null;
}

/** Reading side of the library. In extension pages it reads IndexedDB; where that is impossible it asks the background. */
export interface LibraryReader {
  counts(): Promise<LibraryCounts>;
  /** The last counts, if they are remembered and nothing has changed since, so that the first drawing has them. */
  knownCounts?(): LibraryCounts | null;
  list(query: ListQuery): Promise<ListPage>;
  /** The last articles begun and not finished, latest first. */
  continueReading(limit: number): Promise<SavedMetadata[]>;
  search(query: SearchQuery): Promise<SearchResult>;
  /** By normalised address; deleted articles are not found. */
  find(url: string): Promise<SavedMetadata | null>;
  open(id: string): Promise<SavedArticle | null>;
  /** Every tag of the reading list and the archive, by name. */
  tags(): Promise<TagCount[]>;
  /** The metadata of these ids in any order; what is not there is left out. Lets a list mend itself after a change. */
  metadata(ids: string[]): Promise<SavedMetadata[]>;
  /** Texts kept behind the one in front, newest first. */
  copies(id: string): Promise<CopyFacts[]>;
  openCopy(id: string, keptAt: number): Promise<Article | null>;
  /** Highlights of one article in the order of its text. In a content script without their notes. */
  highlights(id: string): Promise<Highlight[]>;
  /** Every article that has highlights, the one highlighted last first. */
  allHighlights(): Promise<HighlightedArticle[]>;
  /** What is kept of an article's pictures. */
  pictureReceipt(id: string): Promise<PictureReceipt>;
  /** Every picture of an article with its bytes, those of older texts too. */
  openPictures(id: string): Promise<SavedPicture[]>;
  /** Calls back after each change made in any window until the signal aborts. */
  watch(onChange: (change: LibraryChange) => void, signal: AbortSignal): void;
}

/** Writing side of the library. Every write is the background's. */
export interface LibraryWriter {
  /**
   * Keeps an article read from a tab. The address is the tab's: `page-moved` when the article was read from another,
   * `needs-consent` when the tab is private and `consent` is not given.
   */
  save(article: Article, options?: SaveOptions): Promise<SaveReceipt>;
  /** Replaces the kept text of the article at this address, keeping the older text. */
  updateCopy(article: Article, options?: SaveOptions): Promise<SaveReceipt>;
  saveLink(link: { url: string; title: string }, options?: SaveOptions): Promise<SaveReceipt>;
  /**
   * Moves articles between Reading list and Archive, or into Recently deleted; none is taken out of there. With `from`
   * only those move that are in one of these places at that moment, and to the archive at the row that they had there.
   * Undo uses that: asking first would leave nothing undone if the page is closed meanwhile.
   */
  move(ids: string[], place: Place, from?: readonly Place[]): Promise<void>;
  /** Takes articles out of Recently deleted and puts them back where they were. */
  restore(ids: string[]): Promise<void>;
  /** Removes those of these articles for good that are in Recently deleted. There is no way back. */
  dropDeleted(ids: string[]): Promise<void>;
  /**
   * Takes back the save that this receipt is of: removes what it wrote, unless the article existed before. False when
   * nothing was taken back, because the page was saved again later.
   */
  undoSave(save: Pick<SaveReceipt, 'id' | 'savedAt'>): Promise<boolean>;
  /** Puts a kept text in front; the one that was there goes behind. */
  useCopy(id: string, keptAt: number): Promise<void>;
  /** Removes a kept text for good. */
  dropCopy(id: string, keptAt: number): Promise<void>;
  addHighlight(articleId: string, draft: HighlightDraft): Promise<Highlight>;
  /**
   * Changes the colour, or the note, which only Recto's own pages may. `noteBefore` is the note as it was where this
   * one was typed: if another window has changed it meanwhile, both stay, and a highlight that another window has
   * removed comes back with the note. Throws `highlight-gone` when there is nothing to bring back, and for a new colour
   * of a highlight that does not exist.
   */
  changeHighlight(
    highlight: HighlightKey,
    change: { colour?: Highlight['colour']; note?: string; noteBefore?: string },
  ): Promise<void>;
  removeHighlight(highlight: HighlightKey): Promise<void>;
  /** Undo of `removeHighlight`, until the browser closes. */
  restoreHighlight(highlight: HighlightKey): Promise<void>;
  /** Tries again to keep pictures that are not kept: all that the text shows, or these. Asks for access where it is needed. */
  keepPictures(id: string, urls?: string[]): Promise<void>;
  keepPosition(id: string, position: ReadingPosition): Promise<void>;
  /**
   * Hides blocks of an article and shows others again; the rest of what is hidden stays. Gives the time of the list
   * that contains the change, since lists that were read before have another `at`. Null from a private window, of which
   * nothing is stored, and when that is not known.
   */
  keepHidden(id: string, changes: readonly HidingChange[]): Promise<number | null>;
  markOpened(id: string): Promise<void>;
  setFavourite(ids: string[], favourite: boolean): Promise<void>;
  /** Adds and removes tags; names are compared without regard to case. */
  changeTags(ids: string[], change: TagChange): Promise<void>;
  /** Renames a tag in every item, or takes it away. */
  replaceTag(replacement: TagReplacement): Promise<ReplacedTag>;
  /**
   * Begins to mend the search index if it is broken, or `damaged` as a query has found, and gives the progress; null
   * when it is whole.
   */
  mendSearch(input: { damaged: boolean }): Promise<IndexProgress | null>;
}

/** All that one of Recto's pages can ask of the library; `openLibrary` and `remoteLibrary` give it. */
export interface Library extends LibraryReader, LibraryWriter {}
