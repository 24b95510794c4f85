import { Readability } from '@mozilla/readability';
import type { Breathe } from '../extraction-pass.ts';
import { attributeOrNull, findFirst, walkTexts } from '../find-elements.ts';
import { countInk } from './text-measure.ts';

/**
 * Attribute that numbers the elements with text of their own, so that those that Readability keeps can be found again.
 * `drop-attributes` drops it.
 */
const MARK = 'data-recto-mark';

/** Below this many characters Readability tries again with weaker rules. */
const CHAR_THRESHOLD = 250;

/** Where fewer than one in this many characters of Readability's text have a mark, hardly anything was found. */
const HARDLY = 10;

/** Which of the page's own elements Readability kept. */
export interface ReadabilityVerdict {
  /** Characters of text that Readability kept, by the element that directly holds them. */
  kept: Map<Element, number>;
  total: number;
}

/** Settles when the last reading has ended; its outcome is forgotten. */
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
  // Other options, and results beside the elements, are not built in: see scripts/build/slim-readability.ts.
  const options = { charThreshold: CHAR_THRESHOLD, again: copy };
  const first = await copy();
  await breathe();
  // Readability keeps its state in the module, so one reading waits for the other.
  const reading = last.then(() => new Readability<Node>(first, options).parse());
  last = reading.then(forget, forget);
  const content = (await reading)?.content as Element | null | undefined;
  await breathe();
  if (!content) return { kept: new Map(), total: 0 };
  const verdict = noteKept(content, marked, MARK);
  // The trees were fitted without paragraphs that pages set as `div`; these count only where hardly anything else is
  // found.
  return verdict.total * HARDLY > verdict.whole ? verdict : noteKept(content, marked, 'data-of');
}

/**
 * A copy of the page with the title as its whole head: Readability would search every element there, and find no text.
 */
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
  const texts = walkTexts(page.body);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (/\S/.test((text as Text).data) && text.parentElement) holders.add(text.parentElement);
  }
  const marked = [...holders];
  marked.forEach((element, index) => {
    element.setAttribute(MARK, String(index));
  });
  return marked;
}

/** Which elements were kept, by their marks, and how many characters of text Readability gave in all. */
function noteKept(content: Element, marked: readonly Element[], name: string): ReadabilityVerdict & { whole: number } {
  const verdict = { kept: new Map<Element, number>(), total: 0, whole: 0 };
  const texts = walkTexts(content);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const length = countInk((text as Text).data);
    verdict.whole += length;
    const holder = length > 0 ? text.parentElement?.closest(`[${MARK}], [${name}]`) : null;
    const element = holder && marked[Number(attributeOrNull(holder, MARK) ?? attributeOrNull(holder, name))];
    if (!element) continue;
    verdict.kept.set(element, (verdict.kept.get(element) ?? 0) + length);
    verdict.total += length;
  }
  return verdict;
}
