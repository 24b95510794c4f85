/** One thing to say: a sentence, or a part of a very long one. */
export interface Sentence {
  text: string;
  /** Where it stands in the article; made anew each time, since a range ends where its text is shown in other characters. */
  readonly range: Range;
}

/** What is not read out: the marks of notes, descriptions of missing pictures, formulas, and what the person hid. */
const SILENT = 'sup:has(a), .missing, math, [role="doc-noteref"], [data-hidden], rt, rp, pre, script, style, button';

/** What text does not run on across. An item that holds a list, or a box around paragraphs, may have words of its own. */
const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, figure, figcaption, details, summary, table, caption, ' +
  'td, th, div, section, article, aside, header, footer, address';

/** Longer than this, in characters, and some engines stop in the middle; it is cut at a comma. */
const LONGEST = 260;

/** The sentences of an article in order, cut by the rules of its language. No sentence goes over the end of a block. */
export function listSentences(body: HTMLElement, lang: string | null): Sentence[] {
  const segmenter = segmenterFor(lang);
  return listRuns(body).flatMap(({ text, places }) =>
    joinAfterAbbreviations([...segmenter.segment(text)])
      .flatMap(({ segment, index }) => cutLong(segment, index))
      .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
      .map(({ segment, index }) => ({
        text: segment.trim(),
        get range() {
          return rangeOf(places, index, index + segment.trimEnd().length);
        },
      })),
  );
}

/** A page may call its language anything. */
function segmenterFor(lang: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
}

/** Text nodes that are read out, each with the offset at which it begins. */
type Places = { node: Text; start: number }[];

interface Run {
  text: string;
  places: Places;
}

/** The text between the borders of blocks. */
function listRuns(body: HTMLElement): Run[] {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const runs: Run[] = [];
  let run: Run | null = null;
  let block: Element | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) {
      if (run && node.nodeName === 'BR') run.text += ' ';
      continue;
    }
    const around = node.parentElement?.closest(BLOCKS) ?? body;
    if (node.parentElement?.closest(SILENT) || (around !== block && node.data.trim() === '')) continue;
    if (!run || around !== block) {
      run = { text: '', places: [] };
      runs.push(run);
      block = around;
    }
    run.places.push({ node, start: run.text.length });
    // The rules of Unicode end a sentence where a line of the markup ends, which is no end to who reads.
    run.text += node.data.replace(/[\t\n\r\f]/g, ' ');
  }
  return runs;
}

interface Segment {
  segment: string;
  index: number;
}

/** Behind these, and behind initials, a sentence goes on although a capital follows. */
const ABBREVIATION =
  /(?:^|[\s("'“‘«])(?:\p{Lu}|Mr|Mrs|Ms|Mx|Dr|Prof|St|Sr|Sra|Jr|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Gov|Sen|Rep|vs|Vol|Fig|Mme|Mlle|Hr|Fr|(?:\p{Lu}\.)+\p{Lu})\.\s+$/u;

function joinAfterAbbreviations(segments: Iterable<Segment>): Segment[] {
  const joined: Segment[] = [];
  for (const { segment, index } of segments) {
    const last = joined.at(-1);
    if (last && ABBREVIATION.test(last.segment.slice(-20))) last.segment += segment;
    else joined.push({ segment, index });
  }
  return joined;
}

function cutLong(segment: string, index: number): Segment[] {
  if (segment.length <= LONGEST) return [{ segment, index }];
  const head = segment.slice(0, LONGEST);
  const comma = Math.max(...[...head.matchAll(/[,;:](?=\s)|[，、；：،؛]/g)].map((match) => match.index), -1);
  const space = head.search(/\s\S*$/);
  // Never between the halves of a character.
  const anywhere = /[\ud800-\udbff]$/.test(head) ? LONGEST - 1 : LONGEST;
  const end = comma > 40 ? comma + 1 : space > 40 ? space : anywhere;
  return [{ segment: segment.slice(0, end), index }, ...cutLong(segment.slice(end), index + end)];
}

function rangeOf(places: Places, start: number, end: number): Range {
  const at = (offset: number) => places.findLast((place) => place.start <= offset) ?? places[0];
  const [first, last] = [at(start), at(Math.max(start, end - 1))];
  const range = (first?.node.ownerDocument ?? document).createRange();
  if (first) range.setStart(first.node, Math.min(first.node.length, start - first.start));
  if (last) range.setEnd(last.node, Math.min(last.node.length, end - last.start));
  return range;
}
