import { firstWhere } from '../../../model/first-where.ts';
import { pattern } from '../../../model/pattern.ts';
import { SPOKEN_PER_MINUTE } from '../../../model/text/count-words.ts';

/** One thing to say: a sentence, or a part of a very long one. */
export interface Sentence {
  text: string;
  /**
   * Its place in the article. A new range each time, because a range ends when its text is shown in other characters.
   */
  readonly range: Range;
}

/**
 * Elements that are not read out: marks of notes, descriptions of missing pictures, formulas, and what the person hid.
 */
const SILENT = 'sup:has(a), .missing, math, [role="doc-noteref"], [data-hidden], rt, rp, pre, script, style, button';

/**
 * Elements that end a run of text. A list item with a list in it, or a box around paragraphs, may have words of its
 * own.
 */
const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, figure, figcaption, details, summary, table, caption, ' +
  'td, th, div, section, article, aside, header, footer, address';

/**
 * Seconds; longer pieces are cut at a comma. Chrome's network voices fall silent for good after some 14 seconds of one
 * text, without an event (https://issues.chromium.org/issues/40747712).
 */
const LONGEST = 12;

/** Seconds that a character takes at the usual rate; a word is taken to have six letters, with the space behind it. */
const SYLLABLE_TAKES = 60 / SPOKEN_PER_MINUTE.han;
const LETTER_TAKES = 60 / (SPOKEN_PER_MINUTE.word * 6);
const SYLLABIC = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/**
 * The sentences of an article in order, cut by the rules of its language. None crosses the end of a block, or takes too
 * long at `rate` (percent).
 */
export function listSentences(body: HTMLElement, lang: string | null, rate = 100): Sentence[] {
  const segmenter = segmenterFor(lang);
  const longest = (LONGEST * rate) / 100;
  return listRuns(body).flatMap(({ text, places }) =>
    sentencesIn(text, segmenter)
      .flatMap(({ segment, index }) => cutLong(segment, index, longest))
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
    // Unicode's rules end a sentence at a line break of the markup, which readers do not see.
    run.text += node.data.replace(/[\t\n\r\f]/g, ' ');
  }
  return runs;
}

interface Segment {
  segment: string;
  index: number;
}

/**
 * After these and after initials a sentence goes on even before a capital letter; after *a* and *5 p.m.* it seldom
 * does.
 */
const ABBREVIATION = pattern('u')`
  (?:^|[\s("'“‘«])(?:
    [\p{Lu}b-z]  # An initial.
    |Mr|Mrs|Ms|Mx|Dr|Prof|St|Sr|Sra|Jr|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Gov|Sen|Rep|Mt|vs|cf|al|[Vv]ol|Fig
    |Mme|Mlle|MM|Hr|Fr
    |(?![ap]\.m\.)(?:[\p{Lu}\p{Ll}]\.)+[\p{Lu}\p{Ll}]
  )\.\s+$`;
/** After these it goes on before a number. */
const BEFORE_NUMBER = /(?:^|[\s("'“‘«])(?:No|Nos|Nr|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|pp)\.\s+$/;
/** The number of a list item at the beginning of a text is read together with the item. */
const ITEM = /^\s*\d{1,3}\.\s+$/;
/** These languages write "the third" as 3. and what follows with a capital: am 3. Mai. */
const WITH_ORDINALS = /^(?:de|lb|da|nb|nn|no|is|fi|et|lv|hu|tr)\b/;
const ORDINAL = /(?:^|\s)\d{1,2}\.\s+$/;
/** An address; Chinese characters end it. */
const ADDRESS = /:\/\/[!-~]*$/;
/**
 * No sentence begins like this, so a question or exclamation inside the sentence has ended. Closing quotation marks
 * open a quotation in other languages, and Georgian has no capitals.
 */
const GOES_ON = /^(?:(?!\p{sc=Geor})[\p{Ll},;:)\]}]|[»”’](?:\s|$))/u;
/**
 * If there is no space between a quotation and the sentence before it, as in Chinese, the rules take its opening mark
 * for the last character of that sentence.
 */
const OPENING = /(?<=\S)(?:[([“‘「『（《〈【]+|„)$/;
/** This many last characters of a sentence tell whether it goes on: an address may be long. */
const TAIL = 300;

/** Cuts by Unicode's rules for sentences, and joins what they separate within a sentence. */
function sentencesIn(text: string, segmenter: Intl.Segmenter): Segment[] {
  const hasOrdinals = WITH_ORDINALS.test(segmenter.resolvedOptions().locale);
  const found: Segment[] = [];
  // Kept beside the sentence, which may be joined from thousands of pieces: asking for its end would copy it each time.
  let tail = '';
  for (const { segment, index } of segmenter.segment(text)) {
    const last = found.at(-1);
    if (last && isParted(tail, segment, hasOrdinals, found.length === 1)) {
      last.segment += segment;
      tail = (tail + segment).slice(-TAIL);
      continue;
    }
    const signs = OPENING.exec(tail)?.[0] ?? '';
    if (last && signs) last.segment = last.segment.slice(0, -signs.length);
    found.push({ segment: signs + segment, index: index - signs.length });
    tail = (signs + segment).slice(-TAIL);
  }
  return found;
}

const isParted = (tail: string, next: string, hasOrdinals: boolean, isFirst: boolean): boolean =>
  GOES_ON.test(next) ||
  [ABBREVIATION, ADDRESS].some((end) => end.test(tail)) ||
  (isFirst && ITEM.test(tail)) ||
  (/^\d/.test(next) && BEFORE_NUMBER.test(tail)) ||
  (hasOrdinals && ORDINAL.test(tail));

/** Cuts a sentence into pieces that take at most `longest` seconds each. */
function cutLong(segment: string, index: number, longest: number): Segment[] {
  const pieces: Segment[] = [];
  let from = 0;
  for (let length = sayable(segment, longest); from + length < segment.length; ) {
    const head = segment.slice(from, from + length);
    const comma = Math.max(...[...head.matchAll(/[,;:](?=\s)|[，、；：،؛]/g)].map((match) => match.index), -1);
    const space = head.search(/\s\S*$/);
    const least = length / 6;
    const end = comma > least ? comma + 1 : space > least ? space : length;
    pieces.push({ segment: segment.slice(from, from + end), index: index + from });
    from += end;
    length = sayable(segment.slice(from), longest);
  }
  return [...pieces, { segment: segment.slice(from), index: index + from }];
}

/** How many code units of a text are said in `longest` seconds: one character at least, and never half of one. */
function sayable(text: string, longest: number): number {
  let seconds = 0;
  let length = 0;
  for (const character of text) {
    seconds += SYLLABIC.test(character) ? SYLLABLE_TAKES : LETTER_TAKES;
    if (seconds > longest && length > 0) break;
    length += character.length;
  }
  return length;
}

function rangeOf(places: Places, start: number, end: number): Range {
  const at = (offset: number) => places[firstWhere(places, (place) => place.start > offset) - 1] ?? places[0];
  const [first, last] = [at(start), at(Math.max(start, end - 1))];
  const range = (first?.node.ownerDocument ?? document).createRange();
  if (first) range.setStart(first.node, Math.min(first.node.length, start - first.start));
  if (last) range.setEnd(last.node, Math.min(last.node.length, end - last.start));
  return range;
}
