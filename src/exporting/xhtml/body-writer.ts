/** How the body of an article is written. */
export interface BodyOptions {
  /** Gives what to show for a picture's address: a file beside the page, bytes in the page, or null when it is not kept. */
  pictureSource(address: string): string | null;
  /** Writes `epub:type` for notes, which makes them pop up in e-book readers. */
  forEpub?: boolean;
}

/** The writing of one body: its options, the ids that links in it lead to, and how what stands in a list or table is written. */
export interface BodyWriter extends BodyOptions {
  targets: ReadonlySet<string>;
  /** Ids already written: an id stands once. */
  given: Set<string>;
  /** Children where blocks may stand. */
  flow(box: ParentNode): string;
  /** The same of some of them. */
  nodes(nodes: Iterable<Node>): string;
  /** Children where only text may stand. */
  phrasing(box: ParentNode): string;
  block(element: Element): string;
}

/** Elements that end the line of text before them, as selectors. */
export const BLOCKS =
  'p, div, section, article, aside, header, footer, h1, h2, h3, h4, h5, h6, hr, blockquote, pre, ul, ol, dl, address, details, figure, table';
export const HEADINGS = 'h1, h2, h3, h4, h5, h6';
