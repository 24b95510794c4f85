import { listTextBlocks } from '../reader/list-text-blocks.ts';

/** One thing to say: a sentence, or a part of a very long one. */
export interface Sentence {
  text: string;
  /** Where it stands in the article. */
  range: Range;
}

/** What is not read out: the marks of notes, descriptions of missing pictures, formulas, and what the person hid. */
const SILENT = 'sup:has(a), .missing, math, [role="doc-noteref"], [data-hidden], rt, rp, pre, script, style';

/** Longer than this, in characters, and some engines stop in the middle; it is cut at a comma. */
const LONGEST = 260;

/** The sentences of an article in order, cut by the rules of its language. No sentence goes over the end of a block. */
export function listSentences(body: HTMLElement, lang: string | null): Sentence[] {
  const segmenter = new Intl.Segmenter(lang ?? undefined, { granularity: 'sentence' });
  return listTextBlocks(body).flatMap((block) => {
    if (block.closest(SILENT)) return [];
    const { text, places } = readText(block);
    return [...segmenter.segment(text)]
      .flatMap(({ segment, index }) => cutLong(segment, index))
      .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
      .map(({ segment, index }) => ({
        text: segment.trim(),
        range: rangeOf(places, index, index + segment.trimEnd().length),
      }));
  });
}

/** Text nodes that are read out, each with the offset at which it begins. */
type Places = { node: Text; start: number }[];

function readText(block: HTMLElement): { text: string; places: Places } {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const places: Places = [];
  let text = '';
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest(SILENT)) continue;
    places.push({ node, start: text.length });
    text += node.data;
  }
  return { text, places };
}

function cutLong(segment: string, index: number): { segment: string; index: number }[] {
  if (segment.length <= LONGEST) return [{ segment, index }];
  const head = segment.slice(0, LONGEST);
  const comma = Math.max(...[...head.matchAll(/[,;:，、；：]/g)].map((match) => match.index), -1);
  const end = comma > 40 ? comma + 1 : head.search(/\s\S*$/) > 40 ? head.search(/\s\S*$/) : LONGEST;
  return [{ segment: segment.slice(0, end), index }, ...cutLong(segment.slice(end), index + end)];
}

function rangeOf(places: Places, start: number, end: number): Range {
  const at = (offset: number) => places.findLast((place) => place.start <= offset) ?? places[0];
  const [first, last] = [at(start), at(Math.max(start, end - 1))];
  const range = (first?.node.ownerDocument ?? document).createRange();
  if (first) range.setStart(first.node, start - first.start);
  if (last) range.setEnd(last.node, Math.min(last.node.length, end - last.start));
  return range;
}
