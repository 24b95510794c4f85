import type { Article } from '../model/article.ts';

/** What is known of a page beside its body; passes fill it in, later passes may correct earlier ones. */
export type PageMetadata = Pick<
  Article,
  | 'canonicalUrl'
  | 'title'
  | 'byline'
  | 'siteName'
  | 'publishedTime'
  | 'lang'
  | 'dir'
  | 'excerpt'
  | 'leadImage'
  | 'attribution'
>;

/** Names the language of a text (BCP 47); null when unsure. In the browser it is `i18n.detectLanguage`. */
export type DetectLanguage = (text: string) => Promise<string | null>;

/** The shadow root of an element of the live page, also a closed one where the browser gives it; nothing where it has none. */
export type RootOf = (element: Element) => ShadowRoot | null | undefined | false;

/** The page as the passes see it. */
export interface PageContext {
  /** Address the tab shows. */
  readonly url: string;
  /** The live document, for what only layout knows (visibility, `currentSrc`). Never changed. */
  readonly live: Document;
  /** A copy that the passes may change at will. The first pass makes the names of its form controls harmless. */
  readonly clone: Document;
  /** Reference for relative dates such as 3小时前. */
  readonly now: Date;
  readonly detectLanguage: DetectLanguage;
  readonly rootOf?: RootOf;
  readonly metadata: PageMetadata;
  /** Rows of long tables, taken out before the passes and put back by `put-rows-back`. */
  readonly rows: DocumentFragment[];
  /**
   * To be awaited between long steps. It lets the browser draw and answer on pages so long that reading them at once
   * would freeze it.
   */
  readonly breathe: Breathe;
}

/** Gives undefined where there is nothing to wait for. */
export type Breathe = () => Promise<unknown> | undefined;

/** Runs on the copy of the page before the body is chosen. */
export interface PagePass {
  run(page: PageContext): void;
}

/**
 * Runs on the chosen body: elements of the page with their classes and attributes. `drop-attributes`, the last pass,
 * drops those that the reader does not need.
 */
export interface BodyPass {
  run(body: HTMLElement, page: PageContext): void | Promise<void>;
}
