import type { Article } from '../model/article.ts';
import type { CopyFacts } from '../model/article-copy.ts';
import type { FontFile } from '../model/bundled-fonts.ts';
import type { FetchAnswer, FetchEnd } from '../model/fetching.ts';
import type { HidingChange } from '../model/hidden-blocks.ts';
import type { Highlight, HighlightColour, HighlightDraft, HighlightedArticle } from '../model/highlight.ts';
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
import type { PictureFact, PictureProblem, PictureReceipt, PictureSize } from '../model/picture.ts';
import type { ReaderPart } from '../model/reader-part.ts';
import type { ReadingPosition } from '../model/reading-position.ts';
import type { Place, SavedArticle, SavedMetadata } from '../model/saved-article.ts';

/**
 * Every message there is: name, what is sent, what comes back. All go to the background. `send` and `listen` are typed
 * from this map, so a missing handler is a type error, and `docs/architecture.md` is checked against it.
 */
interface Protocol {
  'article.save'(input: { article: Article } & SaveOptions): SaveReceipt;
  'article.update'(input: { article: Article } & SaveOptions): SaveReceipt;
  'article.undo-save'(input: { id: string; savedAt: number }): boolean;
  'article.find'(input: { url: string }): SavedMetadata | null;
  'article.open'(input: { id: string }): SavedArticle | null;
  /** Those that are not in Recently deleted; with `from` only those that are in one of these places. */
  'article.move'(input: { ids: string[]; place: Place; from?: readonly Place[] }): void;
  'article.restore'(input: { ids: string[] }): void;
  'article.favourite'(input: { ids: string[]; favourite: boolean }): void;
  'article.tag'(input: { ids: string[] } & TagChange): void;
  /** Renames a tag in every item, or takes it away. */
  'tag.replace'(input: TagReplacement): ReplacedTag;
  'article.position'(input: { id: string; position: ReadingPosition }): void;
  /**
   * Hides blocks of an article and shows others again; a content script's own page's only. Says when the list was changed
   * that has it: null from a private window, of which nothing is kept, and where that is not known.
   */
  'article.hide'(input: { id: string; changes: readonly HidingChange[] }): number | null;
  'article.opened'(input: { id: string }): void;
  /** The texts kept behind the one in front. */
  'article.copies'(input: { id: string }): CopyFacts[];
  'article.open-copy'(input: { id: string; keptAt: number }): Article | null;
  'article.use-copy'(input: { id: string; keptAt: number }): void;
  'article.drop-copy'(input: { id: string; keptAt: number }): void;
  /** What is kept of an article's pictures; a content script may ask about its own page's article only. */
  'article.receipt'(input: { id: string }): PictureReceipt;
  /** Every picture of an article, without its bytes. */
  'article.pictures'(input: { id: string }): PictureFact[];
  /** The bytes of one kept picture; null when they are not kept. */
  'article.picture'(input: { id: string; url: string }): Blob | null;
  /** Tries again to keep pictures: all that the text shows, or these. Opens the permission page where access is needed. */
  'article.keep-pictures'(input: { id: string; urls?: string[] }): void;
  /** The highlights of an article; a content script asks for its own page's only and gets no notes. */
  'highlight.list'(input: { articleId: string }): Highlight[];
  'highlight.list-all'(input: Record<string, never>): HighlightedArticle[];
  'highlight.add'(input: { articleId: string; draft: HighlightDraft }): Highlight;
  /** Changes the colour, or the note; notes are typed in Recto's own pages only. See `Library.changeHighlight`. */
  'highlight.change'(input: {
    id: string;
    articleId: string;
    colour?: HighlightColour;
    note?: string;
    noteBefore?: string;
  }): void;
  'highlight.remove'(input: { id: string; articleId: string }): void;
  /** Undo of a removal, until the browser closes. */
  'highlight.restore'(input: { id: string; articleId: string }): void;
  /** Asks the server of a saved link for its page. */
  'fetch.page'(input: { id: string }): FetchAnswer;
  /** Keeps the article that was read in it. */
  'fetch.keep'(input: { id: string; article: Article }): void;
  /** Notes why there is none. */
  'fetch.end'(input: { id: string; end: FetchEnd }): void;
  /** What came of reading one picture in its page: its bytes, or why there are none. */
  'picture.report'(input: PictureReport): void;
  /**
   * What is kept of the page in a tab, by its address or, when Recto opened the tab for a saved link, as that link.
   * Marks the icon of the tab, and keeps the article of a page that so far was only a link. To be sent when Recto was
   * called on a page. Does none of it, and answers `page-moved`, when the tab has left the page that was read, whose address
   * is `url`.
   */
  'page.saved'(input: { tabId?: number; url?: string }): SavedMetadata | null;
  /** A marked page changed its address without loading: its mark is made true again. */
  'page.moved'(input: Record<string, never>): void;
  /** Where the person stopped in a page that is not saved, earlier in this session. */
  'page.position'(input: { tabId?: number }): ReadingPosition | null;
  /**
   * Remembers the position until the browser closes, and keeps it with the article where the page is kept by now; does
   * nothing in a private window, and when the tab has left the page that was read, whose address is `url`.
   */
  'page.keep-position'(input: { tabId?: number; url: string; position: ReadingPosition }): void;
  /** From a content script: puts the script of an optional part of the reader into its page. */
  'page.load-part'(input: { part: ReaderPart; withSanitiser?: boolean }): void;
  /** From a content script: the bytes of a font that comes with Recto, since pages must not be able to reach the file. */
  'page.font'(input: { file: FontFile }): Uint8Array<ArrayBuffer>;
  /** The probe of a site whose pages always open in the reader has found an article. */
  'page.open-reader'(input: Record<string, never>): void;
  /** From a content script: only for its own page, or for the link the context menu asked about. */
  'link.save'(input: { url: string; title: string } & SaveOptions): SaveReceipt;
  'library.list'(input: ListQuery): ListPage;
  'library.metadata'(input: { ids: string[] }): SavedMetadata[];
  'library.counts'(input: Record<string, never>): LibraryCounts;
  'library.continue'(input: { limit: number }): SavedMetadata[];
  'library.search'(input: SearchQuery): SearchResult;
  'library.tags'(input: Record<string, never>): TagCount[];
  /** Begins to mend the search index when it is broken, and tells how far that is. */
  'library.mend-search'(input: { damaged: boolean }): IndexProgress | null;
  /** Removes what is in Recently deleted for good. */
  'library.empty-deleted'(input: Record<string, never>): void;
  /** Opens the reading list in a tab, or shows the tab that has it; `makeRoom`: where its size is shown. */
  'tab.open-list'(input: { makeRoom?: boolean }): void;
  /** Opens a saved article in the reader tab. */
  'tab.open-saved'(input: { id: string; highlight?: string }): void;
  /** Opens the page of a saved link on the web, in front or `behind`; what is read there becomes the link's article. */
  'tab.open-link'(input: { id: string; behind?: boolean }): void;
  /**
   * Opens the page that asks for access to sites; what is wished is done once it is given. True when the access was there
   * and it is done already. A content script may wish `always-open` for its own site only.
   */
  'tab.ask-permission'(input: { wish: PermissionWish }): boolean;
  /** Opens the browser's own page for keyboard shortcuts; false where it cannot be opened. */
  'tab.open-shortcut-settings'(input: Record<string, never>): boolean;
}

/** One picture as the page's script could read it. */
export interface PictureReport {
  articleId: string;
  url: string;
  /** The bytes; null when they cannot be read in the page. */
  picture: Blob | null;
  /** Why not; null when `picture` is there. */
  problem: PictureProblem | null;
  /** The size in pixels that the page shows, where it is shown. */
  size: PictureSize | null;
}

export type MessageName = keyof Protocol;

export type Input<Name extends MessageName> = Parameters<Protocol[Name]>[0];

export type Output<Name extends MessageName> = ReturnType<Protocol[Name]>;

/** The messages a content script may send; the rest is for Recto's own pages. */
export const CONTENT_SCRIPT_MESSAGES = [
  'article.save',
  'article.update',
  'article.undo-save',
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
  'page.open-reader',
  'link.save',
  'tab.open-list',
  'tab.open-saved',
  'tab.ask-permission',
] as const satisfies readonly MessageName[];

/** The name of a message that a content script may send. */
export type PageMessageName = (typeof CONTENT_SCRIPT_MESSAGES)[number];

/** Marks a message as one of the protocol, so that other listeners of the same page leave it alone. */
export const PROTOCOL_MARK = 'recto/1';
