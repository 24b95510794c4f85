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

/** Names the language of a text (BCP 47), or null when it is not sure. In the browser: `i18n.detectLanguage`. */
export type DetectLanguage = (text: string) => Promise<string | null>;

/** The page as the passes see it. */
export interface PageContext {
  /** Address the tab shows. */
  readonly url: string;
  /** The live document, for what only layout knows (visibility, `currentSrc`). Never changed. */
  readonly live: Document;
  /** A copy that the passes may change as they like. Form-control names in it are harmless once the passes run. */
  readonly clone: Document;
  /** Reference for relative dates such as 3小时前. */
  readonly now: Date;
  readonly detectLanguage: DetectLanguage;
  readonly metadata: PageMetadata;
  /** Rows of long tables, taken out before the passes and put back by `put-rows-back`. */
  readonly rows: DocumentFragment[];
  /** To be awaited between long steps: lets the browser answer where the page is so long that reading it at once would freeze it. */
  readonly breathe: Breathe;
}

/** Nothing where there is nothing to wait for. */
export type Breathe = () => Promise<unknown> | undefined;

/** Runs on the copy of the page before the body is chosen. */
export interface PagePass {
  run(page: PageContext): void;
}

/**
 * Runs on the chosen body: elements of the page as they were, classes and all, cleaned of what is not the article.
 * Attributes that the reader does not need are dropped after the last pass, by the sanitiser.
 */
export interface BodyPass {
  run(body: HTMLElement, page: PageContext): void | Promise<void>;
}
