import type { Article } from '../model/article.ts';
import type { CopyFacts } from '../model/article-copy.ts';
import type { FetchAnswer, FetchEnd } from '../model/fetching.ts';
import type { HidingChange } from '../model/hidden-blocks.ts';
import type { Highlight, HighlightColour, HighlightDraft, HighlightedArticle } from '../model/highlights/highlight.ts';
import type {
  IndexProgress,
  LibraryCounts,
  ListPage,
  ListQuery,
  ReplacedTag,
  SaveOptions,
  SaveReceipt,
  SearchQuery,
  SearchResult,
  TagChange,
  TagCount,
  TagReplacement,
} from '../model/library.ts';
import type { PermissionWish } from '../model/permission-wish.ts';
import type { PictureFact, PictureProblem, PictureReceipt, PictureSize } from '../model/pictures/picture.ts';
import type { ReaderPart } from '../model/reader-part.ts';
import type { ReadingPosition } from '../model/reading-position.ts';
import type { Place, SavedArticle, SavedMetadata } from '../model/saved-article.ts';
import type { FontFile } from '../model/settings/bundled-fonts.ts';

/**
 * All messages to the background, each with its name, its input and its output. `send` and `listen` are typed from this
 * map, so a missing handler is a type error. A test compares it with `docs/architecture.md`.
 */
interface Protocol {
  'article.save'(input: { article: Article } & SaveOptions): SaveReceipt;
  'article.update'(input: { article: Article } & SaveOptions): SaveReceipt;
  'article.undo-save'(input: { id: string; savedAt: number }): boolean;
  'article.find'(input: { url: string }): SavedMetadata | null;
  'article.open'(input: { id: string }): SavedArticle | null;
  /**
   * Moves those items that are not in Recently deleted, with `from` only those in one of these places. A content script may
   * move the article of its own page only.
   */
  'article.move'(input: { ids: string[]; place: Place; from?: readonly Place[] }): void;
  /** A content script may restore the article of its own page only. */
  'article.restore'(input: { ids: string[] }): void;
  /** Removes those items for good that are in Recently deleted. */
  'article.drop-deleted'(input: { ids: string[] }): void;
  'article.favourite'(input: { ids: string[]; favourite: boolean }): void;
  'article.tag'(input: { ids: string[] } & TagChange): void;
  /** Renames a tag in every item, or removes it. */
  'tag.replace'(input: TagReplacement): ReplacedTag;
  'article.position'(input: { id: string; position: ReadingPosition }): void;
  /**
   * Hides blocks of an article, or shows them again. A content script may do so for its own page only. Gives the time
   * at which the stored list was changed; null from a private window, where nothing is stored, and when it is not
   * known.
   */
  'article.hide'(input: { id: string; changes: readonly HidingChange[] }): number | null;
  'article.opened'(input: { id: string }): void;
  /** The older or other texts that are stored of an article, besides the current one. */
  'article.copies'(input: { id: string }): CopyFacts[];
  'article.open-copy'(input: { id: string; keptAt: number }): Article | null;
  'article.use-copy'(input: { id: string; keptAt: number }): void;
  'article.drop-copy'(input: { id: string; keptAt: number }): void;
  /** How many of an article's pictures are stored. A content script may ask about the article of its own page only. */
  'article.receipt'(input: { id: string }): PictureReceipt;
  /** All pictures of an article, without their bytes. */
  'article.pictures'(input: { id: string }): PictureFact[];
  /** The bytes of a picture; null when they are not stored. */
  'article.picture'(input: { id: string; url: string }): Blob | null;
  /**
   * Tries again to store pictures: all in the text, or only these. Opens the permission page where access is needed.
   */
  'article.keep-pictures'(input: { id: string; urls?: string[] }): void;
  /** The highlights of an article. A content script may ask for those of its own page only, and gets no notes. */
  'highlight.list'(input: { articleId: string }): Highlight[];
  'highlight.list-all'(input: Record<string, never>): HighlightedArticle[];
  'highlight.add'(input: { articleId: string; draft: HighlightDraft }): Highlight;
  /** Changes the colour or the note, see `Library.changeHighlight`. Only Recto's own pages may change notes. */
  'highlight.change'(input: {
    id: string;
    articleId: string;
    colour?: HighlightColour;
    note?: string;
    noteBefore?: string;
  }): void;
  'highlight.remove'(input: { id: string; articleId: string }): void;
  /** Takes back a removal. Possible until the browser is closed. */
  'highlight.restore'(input: { id: string; articleId: string }): void;
  /** Fetches the page of a saved link from its server. */
  'fetch.page'(input: { id: string }): FetchAnswer;
  /** Stores the article that was read in that page; says whether the link has it, or stays a link. */
  'fetch.keep'(input: { id: string; article: Article }): boolean;
  /** Notes why no article was read. */
  'fetch.end'(input: { id: string; end: FetchEnd }): void;
  /** The result of reading one picture in its page: its bytes, or why they could not be read. */
  'picture.report'(input: PictureReport): void;
  /**
   * Gives the saved item of the page in a tab, which is found by its address or, when Recto opened the tab for a saved
   * link, by that link. Marks the icon of the tab, and stores the article of a page that so far was only a link. To be
   * sent when the user calls Recto on a page. Fails with `page-moved` when the tab no longer shows the page `url`,
   * which was read.
   */
  'page.saved'(input: { tabId?: number; url?: string }): SavedMetadata | null;
  /** A page whose icon is marked changed its address without loading, so that the mark must be updated. */
  'page.moved'(input: Record<string, never>): void;
  /** Where the user stopped reading in a page that is not saved, earlier in this session. */
  'page.position'(input: { tabId?: number }): ReadingPosition | null;
  /**
   * Remembers the position until the browser is closed, and stores it with the article if the page is saved by now.
   * Does nothing in a private window, or when the tab no longer shows the page `url`, which was read.
   */
  'page.keep-position'(input: { tabId?: number; url: string; position: ReadingPosition }): void;
  /** From a content script: injects the script of an optional part of the reader into its page. */
  'page.load-part'(input: { part: ReaderPart; withSanitiser?: boolean }): void;
  /**
   * From a content script: gives the bytes of a font that is bundled with Recto. Pages must not be able to load the
   * file.
   */
  'page.font'(input: { file: FontFile }): Uint8Array<ArrayBuffer>;
  /** The key that is set for opening and closing full view, which pages of the web cannot ask the browser for; null when none is. */
  'page.toggle-key'(input: Record<string, never>): string | null;
  /** From the probe on a site whose pages always open in the reader: it has found an article. */
  'page.open-reader'(input: Record<string, never>): void;
  /** Saves a link. A content script may save its own page, or the link that the context menu asked about. */
  'link.save'(input: { url: string; title: string } & SaveOptions): SaveReceipt;
  'library.list'(input: ListQuery): ListPage;
  'library.metadata'(input: { ids: string[] }): SavedMetadata[];
  'library.counts'(input: Record<string, never>): LibraryCounts;
  'library.continue'(input: { limit: number }): SavedMetadata[];
  'library.search'(input: SearchQuery): SearchResult;
  'library.tags'(input: Record<string, never>): TagCount[];
  /** Begins to rebuild the search index when it is damaged, and gives the progress of that. */
  'library.mend-search'(input: { damaged: boolean }): IndexProgress | null;
  /** Removes everything in Recently deleted for good. */
  'library.empty-deleted'(input: Record<string, never>): void;
  /** Opens the reading list in a tab, or shows the tab with it. `makeRoom` opens the settings that show its size. */
  'tab.open-list'(input: { makeRoom?: boolean }): void;
  /** Opens a saved article in the reader tab, at the note of a highlight, to be typed, or with the dialog of its tags. */
  'tab.open-saved'(input: { id: string; highlight?: string; tags?: boolean }): void;
  /**
   * Opens the page of a saved link in a tab, in the background with `behind`. What is read there becomes the link's
   * article.
   */
  'tab.open-link'(input: { id: string; behind?: boolean }): void;
  /**
   * Opens the permission page, which asks for access to sites. The wish is carried out once access is granted. True
   * when access was there already, and the wish is carried out. A content script may wish for `always-open` on its own
   * site only.
   */
  'tab.ask-permission'(input: { wish: PermissionWish }): boolean;
  /** Opens the browser's own page for keyboard shortcuts; false where it cannot be opened. */
  'tab.open-shortcut-settings'(input: Record<string, never>): boolean;
}

/** What a content script could read of one picture in its page. */
export interface PictureReport {
  articleId: string;
  url: string;
  /**
   * The bytes; null when they cannot be read in the page. Not in a Blob: Chromium hangs the process of the extension,
   * with every page of it, when it is to read a Blob that a private window has sent.
   */
  picture: Uint8Array<ArrayBuffer> | null;
  /** Why they cannot be read; null when `picture` is given. */
  problem: PictureProblem | null;
  /** The picture's size in pixels; null when the page does not show it. */
  size: PictureSize | null;
}

export type MessageName = keyof Protocol;

export type Input<Name extends MessageName> = Parameters<Protocol[Name]>[0];

export type Output<Name extends MessageName> = ReturnType<Protocol[Name]>;

/** The messages that a content script may send. The others are for Recto's own pages. */
export const CONTENT_SCRIPT_MESSAGES = [
  'article.save',
  'article.update',
  'article.undo-save',
  'article.move',
  'article.restore',
  'article.position',
  'article.hide',
  'article.receipt',
  'article.keep-pictures',
  'highlight.list',
  'highlight.add',
  'highlight.change',
  'highlight.remove',
  'highlight.restore',
  'picture.report',
  'page.saved',
  'page.moved',
  'page.position',
  'page.keep-position',
  'page.load-part',
  'page.font',
  'page.toggle-key',
  'page.open-reader',
  'link.save',
  'tab.open-list',
  'tab.open-saved',
  'tab.ask-permission',
] as const satisfies readonly MessageName[];

/** The name of a message that a content script may send. */
export type PageMessageName = (typeof CONTENT_SCRIPT_MESSAGES)[number];

/** Marks a message as one of this protocol, so that other listeners in the same page ignore it. */
export const PROTOCOL_MARK = 'recto/1';
