import { adoptSheet } from '../../adopt-sheet.ts';
import type { BarRoom } from '../../reader/bar/bar-room.ts';
import { scrollerTop } from '../../reader/position/scroller-view.ts';
import colours from '../../styles/spoken.css?inline';
import type { Sentence } from './list-sentences.ts';

interface MarkOptions {
  body: HTMLElement;
  scroller: HTMLElement;
  /** What covers the edges of the scroller's window. */
  covered(): BarRoom;
  /** The sentence to be marked. */
  sentence(): Sentence | undefined;
  isSpeaking(): boolean;
  /**
   * Called when another text is drawn, for example with paragraphs that were missing or with further pages, before its
   * sentence is marked.
   */
  onText(): void;
}

/** The mark over the spoken sentence, and the view that goes along with it. */
interface SpokenMark {
  /** Marks the sentence and brings it to where it can be seen. */
  show(): void;
  /** Brings the sentence to where it can be seen. */
  keepSeen(): void;
  clear(): void;
}

/** The spoken sentence, for `::highlight()`. */
const MARK = 'recto-spoken';
/** Between the spoken sentence and what covers the window, in px. */
const EDGE = 8;

/** Marks nothing before `show`. Then the mark moves with its text, until `clear`. */
export function spokenMark({ body, scroller, covered, sentence, isSpeaking, onText }: MarkOptions): SpokenMark {
  const end = new AbortController();
  adoptSheet(body, colours, end.signal);
  const mark = () => {
    const spoken = sentence();
    if (spoken) CSS.highlights.set(MARK, new Highlight(spoken.range));
  };
  const keepSeen = () => {
    const spoken = sentence();
    if (spoken) keepInView(spoken.range, scroller, covered());
  };
  // Showing other characters ends what is marked in them, and another text size moves the sentence.
  const changes = new MutationObserver((records) => {
    if (records.some(({ type, target }) => type === 'childList' && target === body)) onText();
    if (CSS.highlights.has(MARK)) mark();
  });
  const growth = new ResizeObserver(() => isSpeaking() && keepSeen());
  changes.observe(body, { childList: true, characterData: true, subtree: true });
  growth.observe(body);
  return {
    show() {
      mark();
      keepSeen();
    },
    keepSeen,
    clear() {
      end.abort();
      changes.disconnect();
      growth.disconnect();
      CSS.highlights.delete(MARK);
    },
  };
}

/**
 * Scrolls when the sentence leaves the middle of the view, because the eyes need what follows, or when it is covered by
 * the controls. A sentence that is higher than the room for it begins at the upper edge.
 */
function keepInView(range: Range, scroller: HTMLElement, covered: BarRoom): void {
  const { top, bottom } = range.getBoundingClientRect();
  const viewTop = scrollerTop(scroller);
  const height = scroller.clientHeight;
  const [first, last] = [covered.above + EDGE, height - covered.below - EDGE];
  if (top >= viewTop + Math.max(height * 0.18, first) && bottom <= viewTop + Math.min(height * 0.82, last)) return;
  const wanted = Math.max(first, Math.min(height * 0.3, last - (bottom - top)));
  const still = scroller.ownerDocument.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollBy({ top: top - viewTop - wanted, behavior: still ? 'instant' : 'smooth' });
}
