/** The kinds of emphasis that Markdown has. */
export type EmphasisType = 'emphasis' | 'strong' | 'delete';

/** The state of reading one article: its footnotes and headings, and which emphases are open. */
export class MarkdownReading {
  readonly pictureAddress: (address: string) => string;
  /** Footnotes by their id, numbered in their order. */
  readonly notes: ReadonlyMap<string, { number: number; item: Element }>;
  /** The emphases around the text that is being read. */
  readonly openEmphases = new Set<EmphasisType>();
  readonly #headings: ReadonlyMap<string, string>;
  readonly #marked = new Set<number>();

  constructor(body: ParentNode, pictureAddress: (address: string) => string) {
    this.pictureAddress = pictureAddress;
    // Without the items of lists inside a footnote.
    const items = [...body.querySelectorAll('.footnotes li[id]:not(.footnotes li[id] li)')];
    this.notes = new Map(items.map((item, at) => [item.id, { number: at + 1, item }]));
    const headings = [...body.querySelectorAll(':is(h1, h2, h3, h4, h5, h6)')];
    this.#headings = new Map(
      headings.flatMap((heading) => {
        const id = heading.id || heading.querySelector('[id]')?.id;
        return id ? [[id, (heading.textContent ?? '').replace(/\s+/g, ' ').trim()] as const] : [];
      }),
    );
  }

  /**
   * The address to write for a link: one on the web or `#` and a heading, as Obsidian links it; null when it leads
   * nowhere.
   */
  linkAddress(link: Element): string | null {
    const address = link.getAttribute('href') ?? '';
    if (!address.startsWith('#')) return address || null;
    const heading = this.#headings.get(address.slice(1));
    // `encodeURI` throws for a lone surrogate, which pages that cut their texts leave behind.
    return heading ? `#${encodeURI(heading.replace(/\p{Cs}/gu, '\ufffd'))}` : null;
  }

  /** The number of the footnote that a link is the mark of; null when it is no mark or the footnote is missing. */
  noteNumber(link: Element): number | null {
    if (link.getAttribute('role') !== 'doc-noteref') return null;
    return this.notes.get((link.getAttribute('href') ?? '').slice(1))?.number ?? null;
  }

  /** The same for a mark that is being written. Notes that footnote as marked, see `isMarked`. */
  markNote(link: Element): number | null {
    const number = this.noteNumber(link);
    if (number !== null) this.#marked.add(number);
    return number;
  }

  /** Whether a mark of a footnote was written. Markdown readers show only such footnotes. */
  isMarked(number: number): boolean {
    return this.#marked.has(number);
  }
}
