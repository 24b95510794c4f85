/** A tag of serialised HTML, whose quoted values may hold its end sign, or the text up to the next. */
const PIECE = /<(\/?)([a-z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>|[^<]+/gi;
const IS_MARK = /\srole="doc-noteref"/i;
const SPACE = /\s/;
/** What serialised text holds in the place of a character. */
const WRITTEN: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': '\u00a0' };

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
 * The same with a text that lacks the marks of notes: links to them, and raised text with a link in it, as they are left out
 * when the article is read aloud. In `harbour<sup>12</sup>` the number would be a part of the word, which is then neither
 * found nor well shown. Where the text is not that of the HTML it stays as it is.
 */
export function withoutNoteMarks<T extends Texts>(article: T): T {
  const { html, text } = article;
  if (!html.includes('<sup') && !html.includes('doc-noteref')) return article;
  const marks = findMarks(html, text);
  const left = marks.length > 0 ? leaveOut(text, marks) : '';
  return left === '' ? article : { ...article, text: left };
}

/** Where the marks stand in the text, by going through both at once; none where these differ in more than white space. */
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
      if (mark.isLinked) marks.push([at - text.slice(mark.start, at).trimStart().length, at]);
      mark = null;
    }
  }
  return text.slice(at).trim() === '' ? marks.filter(([start, end]) => start < end) : [];
}

/** What may be a mark, at the beginning of an element that stands in it or begins it; null outside. */
function enter(mark: OpenMark | null, tag: string, isNote: boolean, at: number): OpenMark | null {
  if (tag !== 'sup' && tag !== 'a') return mark;
  if (mark) return { ...mark, isLinked: mark.isLinked || tag === 'a', depth: mark.depth + 1 };
  return tag === 'sup' || isNote ? { start: at, isLinked: isNote, depth: 1 } : null;
}

/** Where the text is after what a piece of the HTML says; -1 where it says something else. */
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
  let left = '';
  let from = 0;
  for (const [start, end] of parts) {
    left += text.slice(from, start);
    from = end;
    const isAlone = left.endsWith(' ') && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
    if (isAlone) left = left.slice(0, -1);
    else if ((left === '' || left.endsWith('\n')) && text.charAt(end) === ' ') from += 1;
  }
  left += text.slice(from);
  return left.replace(/\n{2,}/g, '\n').replace(/^\n|\n$/g, '');
}
