/** A tag of serialised HTML, whose quoted values may hold its end sign, or the text up to the next. */
const PIECE = /<(\/?)([a-z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>|[^<]+/gi;
const IS_MARK = /\srole="doc-noteref"/i;
const SPACE = /\s/;
/** How serialised text writes these characters. */
const WRITTEN: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': '\u00a0' };

/** The longest marks are words in brackets: `[failed verification – see discussion]`. Of numbers there may be any. */
const MOST_LETTERS = 32;
/** No space belongs before these characters, or at the end. */
const CLOSING = /^[\s\p{Pe}\p{Pf}.,;:!?…%、。，．；：！？]?$/u;

type Span = [start: number, end: number];

/** Raised text, or a link to a note, that has not ended. */
interface OpenMark {
  start: number;
  isLinked: boolean;
  /** How many such elements are open. */
  depth: number;
}

/** An article's body and what is read of it. */
interface Texts {
  html: string;
  text: string;
}

/**
 * The article with a text that lacks the marks of notes: links to notes, and raised text with a link in it, which are
 * also left out when the article is read aloud. In `harbour<sup>12</sup>` the number would become part of the word,
 * which could then neither be found nor shown well. If the text is not that of the HTML, it stays as it is.
 */
export function withoutNoteMarks<T extends Texts>(article: T): T {
  const { html, text } = article;
  if (!html.includes('<sup') && !html.includes('doc-noteref')) return article;
  const marks = findMarks(html, text);
  const left = marks.length > 0 ? leaveOut(text, marks) : '';
  return left === '' ? article : { ...article, text: left };
}

/**
 * The positions of the marks in the text, found by reading HTML and text in parallel; none if they differ in more than
 * white space.
 */
function findMarks(html: string, text: string): Span[] {
  const marks: Span[] = [];
  let at = 0;
  let mark: OpenMark | null = null;
  for (const [piece, slash, name = '', attributes = ''] of html.matchAll(PIECE)) {
    const tag = name.toLowerCase();
    if (tag === '') {
      at = follow(text, at, piece);
      if (at < 0) return [];
    } else if (slash === '') mark = enter(mark, tag, IS_MARK.test(attributes), at);
    else if (mark && (tag === 'sup' || tag === 'a')) {
      mark.depth -= 1;
      if (mark.depth > 0) continue;
      if (mark.isLinked) addMark(marks, text, mark.start, at);
      mark = null;
    }
  }
  return text.slice(at).trim() === '' ? marks.filter(([start, end]) => start < end) : [];
}

/** Adds what is there, without the space it begins with. Adjacent marks become one. */
function addMark(marks: Span[], text: string, from: number, end: number): void {
  const said = text.slice(from, end).trimStart();
  if (isProse(said)) return;
  const start = end - said.length;
  const last = marks.at(-1);
  if (last?.[1] === start) last[1] = end;
  else marks.push([start, end]);
}

/** Raised text that is more than a mark: some sites raise their small print, which may link to anything. */
const isProse = (said: string): boolean => said.replace(/\P{L}/gu, '').length > MOST_LETTERS;

/** What may be a mark, at the beginning of an element that stands in it or begins it; null outside. */
function enter(mark: OpenMark | null, tag: string, isNote: boolean, at: number): OpenMark | null {
  if (tag !== 'sup' && tag !== 'a') return mark;
  if (mark) return { ...mark, isLinked: mark.isLinked || tag === 'a', depth: mark.depth + 1 };
  return tag === 'sup' || isNote ? { start: at, isLinked: isNote, depth: 1 } : null;
}

/** The position in the text after what a piece of the HTML says; -1 if the text says something else. */
function follow(text: string, from: number, piece: string): number {
  const said = piece.includes('&') ? piece.replace(/&(?:amp|lt|gt|nbsp);/g, (name) => WRITTEN[name] ?? name) : piece;
  let at = from;
  for (let index = 0; index < said.length; index += 1) {
    const letter = said.charAt(index);
    if (SPACE.test(letter)) continue;
    while (at < text.length && SPACE.test(text.charAt(at))) at += 1;
    if (text.charAt(at) !== letter) return -1;
    at += 1;
  }
  return at;
}

/** The text without these parts, and without the space before one that stood alone, and lines that hold nothing else. */
function leaveOut(text: string, parts: readonly Span[]): string {
  // Joined at the end: asking for the last character of a growing text would copy it for each part.
  const kept: string[] = [];
  let from = 0;
  let isLineBegun = false;
  for (const [start, end] of parts) {
    const before = text.slice(from, start);
    if (before !== '') isLineBegun = !before.endsWith('\n');
    const after = text.charAt(end);
    kept.push(before.endsWith(' ') && CLOSING.test(after) ? before.slice(0, -1) : before);
    from = !isLineBegun && after === ' ' ? end + 1 : end;
  }
  return [...kept, text.slice(from)]
    .join('')
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n|\n$/g, '');
}
