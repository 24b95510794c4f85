import { Readability } from '@mozilla/readability';
import type { Breathe } from '../extraction-pass.ts';
import { attributeOrNull, findFirst, textNodes } from '../find-elements.ts';
import { countInk } from './text-measure.ts';

/** Numbers the elements of the page that hold text themselves, so that those that Readability keeps can be found again. Dropped from what is kept by `drop-attributes`, as all that no reader needs. */
const MARK = 'data-recto-mark';

/** Below this many characters Readability tries again with weaker rules; candidates of our own cover short articles. */
const CHAR_THRESHOLD = 250;

/** Of the text that Readability gives, no more than one part in so many has a mark. */
const HARDLY = 10;

/** What Readability thinks of a page, in terms of the page's own elements. */
export interface ReadabilityVerdict {
  /** Characters of text that Readability kept, by the element that directly holds them. */
  kept: Map<Element, number>;
  total: number;
}

/** Ends when Readability has read what it was given so far; what it made of it is not kept. */
let last = Promise.resolve();

const forget = (): void => {
  // Neither the result nor its error.
};

/** Runs Readability on a copy of `page`, whose elements get marks, and says which of its elements it kept. */
export async function askReadability(page: Document, breathe: Breathe): Promise<ReadabilityVerdict> {
  const marked = markElements(page);
  const copy = async () => {
    await breathe();
    return copyBody(page);
  };
  // What else it can be told, and what it gives beside the elements, is not built in: see scripts/build/slim-readability.ts.
  const options = { charThreshold: CHAR_THRESHOLD, again: copy };
  const first = await copy();
  await breathe();
  // What Readability knows it keeps for all readings in common, so that one waits for the other.
  const reading = last.then(() => new Readability<Node>(first, options).parse());
  last = reading.then(forget, forget);
  const content = (await reading)?.content as Element | null | undefined;
  await breathe();
  if (!content) return { kept: new Map(), total: 0 };
  const verdict = noteKept(content, marked, MARK);
  // What the trees are fitted to knows nothing of paragraphs set as a `div`; where there is hardly anything else, they count.
  return verdict.total * HARDLY > verdict.whole ? verdict : noteKept(content, marked, 'data-of');
}

/** A copy of the page without its head but the title: Readability would look at each element there, and finds no text. */
function copyBody(page: Document): Document {
  const copy = page.cloneNode() as Document;
  const root = copy.importNode(page.documentElement);
  const title = findFirst(page, 'head > title');
  if (title) root.append(copy.importNode(title, true));
  root.append(copy.importNode(page.body, true));
  copy.append(root);
  return copy;
}

function markElements(page: Document): Element[] {
  const holders = new Set<Element>();
  for (const { parentElement, data } of textNodes(page.body))
    if (parentElement && !holders.has(parentElement) && /\S/.test(data)) holders.add(parentElement);
  const marked = [...holders];
  marked.forEach((element, index) => {
    element.setAttribute(MARK, String(index));
  });
  return marked;
}

/** What was kept under a mark, and the characters of the whole text that Readability gave. */
function noteKept(content: Element, marked: readonly Element[], name: string): ReadabilityVerdict & { whole: number } {
  const verdict = { kept: new Map<Element, number>(), total: 0, whole: 0 };
  for (const { parentElement, data } of textNodes(content)) {
    const length = countInk(data);
    verdict.whole += length;
    const holder = length > 0 ? parentElement?.closest(`[${MARK}], [${name}]`) : null;
    const element = holder && marked[Number(attributeOrNull(holder, MARK) ?? attributeOrNull(holder, name))];
    if (!element) continue;
    verdict.kept.set(element, (verdict.kept.get(element) ?? 0) + length);
    verdict.total += length;
  }
  return verdict;
}
