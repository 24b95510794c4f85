/** How the body of an article is written. */
export interface BodyOptions {
  /**
   * Gives the `src` for a picture's address on the web: a file or a `data:` address; null when the picture is not
   * stored.
   */
  pictureSource(address: string): string | null;
  /** Writes `epub:type` on footnotes, so that e-book readers show them in a pop-up. */
  forEpub?: boolean;
}

/** The state of writing one body, and the functions that lists and tables write their content with. */
export interface BodyWriter extends BodyOptions {
  /** Ids that links in the body lead to. */
  targets: ReadonlySet<string>;
  /** Ids that were written. Each is written once. */
  given: Set<string>;
  /** Writes the children of an element as flow content, where blocks are allowed. */
  flow(box: ParentNode): string;
  /** Writes nodes as flow content. */
  nodes(nodes: Iterable<Node>): string;
  /** Writes the children of an element as phrasing content, where only running text is allowed. */
  phrasing(box: ParentNode): string;
  /** Writes a block. */
  block(element: Element): string;
}

/** A selector of blocks, which end the paragraph before them. */
export const BLOCKS =
  'p, div, section, article, aside, header, footer, h1, h2, h3, h4, h5, h6, hr, blockquote, pre, ul, ol, dl, ' +
  'address, details, figure, table';
export const HEADINGS = 'h1, h2, h3, h4, h5, h6';
