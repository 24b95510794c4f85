/** What Markdown has signs for. */
export type EmphasisType = 'emphasis' | 'strong' | 'delete';

/** What reading one body needs to know of the whole of it. */
export class MarkdownReading {
  readonly pictureAddress: (address: string) => string;
  /** Notes by their id, numbered in their order. */
  readonly notes: ReadonlyMap<string, { number: number; item: Element }>;
  /** Those within which the text being read stands. */
  readonly openEmphases = new Set<EmphasisType>();
  readonly #headings: ReadonlyMap<string, string>;
  readonly #marked = new Set<number>();

  constructor(body: ParentNode, pictureAddress: (address: string) => string) {
    this.pictureAddress = pictureAddress;
    // What is listed within a note is a part of it.
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

  /** The address of a link as Markdown has it: the web's, a heading of this note, or null when it leads nowhere. */
  linkAddress(link: Element): string | null {
    const address = link.getAttribute('href') ?? '';
    if (!address.startsWith('#')) return address || null;
    const heading = this.#headings.get(address.slice(1));
    // Half a character, as pages that cut their texts leave behind, cannot be encoded: it would end the whole export.
    return heading ? `#${encodeURI(heading.replace(/\p{Cs}/gu, '\ufffd'))}` : null;
  }

  /** The number of the note that a link is the mark of; null when it is none or the note is missing. */
  noteNumber(link: Element): number | null {
    if (link.getAttribute('role') !== 'doc-noteref') return null;
    return this.notes.get((link.getAttribute('href') ?? '').slice(1))?.number ?? null;
  }

  /** The same, for a mark that is written as one: readers show a note only where one leads to it. */
  markNote(link: Element): number | null {
    const number = this.noteNumber(link);
    if (number !== null) this.#marked.add(number);
    return number;
  }

  isMarked(number: number): boolean {
    return this.#marked.has(number);
  }
}
