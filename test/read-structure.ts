import { decodeSafely } from '../src/model/address/decode-safely.ts';

/** What of an article is more than running text; the benchmark counts how much of it is kept right. */
export const KINDS = ['code', 'headings', 'pictures', 'footnotes', 'formulas'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * In a notation like Markdown's, in order: "```js\ntext", "## Heading" by its depth in the outline, "![alt](address) caption",
 * the text of a note, "$TeX$" or "$$TeX$$" (MathML without TeX by its characters).
 */
export type Structure = Record<Kind, string[]>;

/** Reads an article of any library; `base` is what relative addresses start from. */
export function readStructure(body: Element, base: string): Structure {
  const formulas = [...body.querySelectorAll('math, [data-latex]:not(math)')];
  return {
    code: [...body.querySelectorAll('pre')].map(readCode),
    headings: readHeadings(body),
    pictures: [...body.querySelectorAll('img')]
      .filter((img) => img.closest('.embed') === null)
      .map((img) => readPicture(img, base)),
    footnotes: readNotes(body),
    formulas: formulas.map(readFormula),
  };
}

const squash = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Every line as it is, blank lines around them aside; the language by the class or the attributes in use for it. */
function readCode(pre: Element): string {
  const places = [pre, ...pre.querySelectorAll('code')];
  const language = places
    .map((place) => /(?:^|\s)lang(?:uage)?-(\S+)/.exec(place.className)?.[1] ?? place.getAttribute('data-lang'))
    .find(Boolean);
  const text = (pre.textContent ?? '').replaceAll('\u00a0', ' ').replace(/[ \t]+$/gm, '');
  return `\`\`\`${language ?? ''}\n${text.replace(/^\n+|\s+$/g, '')}`;
}

/** The depth is that in the outline: libraries begin at different levels. */
function readHeadings(body: Element): string[] {
  const open: number[] = [];
  return [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => {
    const level = Number(heading.localName.slice(1));
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return `${'#'.repeat(open.length)} ${squash(heading.textContent)}`;
  });
}

function readPicture(img: Element, base: string): string {
  const source = img.getAttribute('src') ?? '';
  const address = URL.canParse(source, base) ? new URL(source, base).href : source;
  const shown = address.startsWith('data:') ? address.split(/[;,]/)[0] : address;
  const figure = img.closest('figure');
  const caption = squash(figure?.querySelector('figcaption')?.textContent);
  return `![${squash(img.getAttribute('alt'))}](${shown}) ${caption}`.trim();
}

/** Notes that a mark leads to and that lead back to it, without their number and what leads back. */
function readNotes(body: Element): string[] {
  const notes = new Set<Element>();
  for (const mark of body.querySelectorAll('sup a[href*="#"], a[href*="#"]:has(sup), a[role="doc-noteref"]')) {
    const note = targetOf(mark, body)?.closest('li, p, div, dd, aside, td');
    if (note && !note.contains(mark) && leadsBack(note, mark, body)) notes.add(note);
  }
  return [...notes].map((note) => {
    const copy = note.cloneNode(true) as Element;
    for (const link of copy.querySelectorAll('a[href*="#"]'))
      if (/^(?:[\s\d[\]^↑↩]|\ufe0e|\ufe0f)*$/.test(link.textContent ?? '')) link.remove();
    return squash(copy.textContent);
  });
}

function targetOf(link: Element, body: Element): Element | null {
  const id = decodeSafely(link.getAttribute('href')?.split('#')[1] ?? '');
  return (
    [...body.querySelectorAll('[id], a[name]')].find((at) => at.id === id || at.getAttribute('name') === id) ?? null
  );
}

const leadsBack = (note: Element, mark: Element, body: Element): boolean =>
  [...note.querySelectorAll('a[href*="#"]')].some((link) => {
    const target = targetOf(link, body);
    return target !== null && (target.contains(mark) || mark.contains(target) || target.parentElement?.contains(mark));
  });

function readFormula(math: Element): string {
  const tex =
    math.getAttribute('data-tex') ??
    math.getAttribute('data-latex') ??
    math.getAttribute('alttext') ??
    math.querySelector('annotation')?.textContent;
  const source = tex?.replace(/\s+/g, ' ').trim() || (math.textContent ?? '').replace(/\s+/g, '');
  const sign = math.getAttribute('display') === 'block' ? '$$' : '$';
  return `${sign}${source}${sign}`;
}
