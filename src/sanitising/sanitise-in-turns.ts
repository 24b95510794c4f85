import { slicer } from '../model/slicer.ts';
import { parseInert, type SanitiseOptions, sanitisePiece } from './sanitise-article.ts';
import { settleStructure } from './settle-structure.ts';

/**
 * Tags, start and end, from which on sanitising at once takes some 40 ms; the longest article of the corpus has two
 * thirds.
 */
const MANY_TAGS = 6000;
/** Elements that are sanitised together. */
const UNIT = 500;
/** Elements that may be sanitised apart from their content: they mean nothing for it. */
const OPENED = /^(?:div|section|article|main|table|tbody|ul|ol|dl|blockquote)$/;
/** Deeper elements are not opened: the call stack has an end. */
const DEEPEST = 40;

/**
 * `sanitiseArticle` in turns, between which the browser can draw and answer; null for an article short enough to be
 * sanitised at once. The markup is parsed into an inert document, and every piece of the result has gone through
 * `sanitisePiece`.
 */
export function sanitiseInTurns(html: string, options: TurnOptions = {}): Promise<DocumentFragment> | null {
  return html.split('<').length > (options.from ?? MANY_TAGS) ? sanitiseParts(html, options) : null;
}

interface TurnOptions extends SanitiseOptions {
  /** From so many tags on, instead of what takes long. */
  from?: number;
  /** What is to be done with each piece, in its turn. */
  onPiece?: (piece: DocumentFragment) => void;
}

async function sanitiseParts(html: string, { onPiece, ...options }: TurnOptions): Promise<DocumentFragment> {
  const source = parseInert(html);
  const fragment = source.ownerDocument.createDocumentFragment();
  const slice = slicer();
  const clean = (nodes: readonly Node[]): ChildNode[] => {
    const box = source.ownerDocument.createElement('div');
    box.append(...nodes);
    const piece = sanitisePiece(box, options);
    onPiece?.(piece);
    return [...(piece.firstChild?.childNodes ?? [])];
  };
  const copy = async (from: Element, to: ParentNode, depth: number): Promise<void> => {
    let unit: Node[] = [];
    let size = 0;
    const flush = async () => {
      if (unit.length === 0) return;
      if (slice.isOver()) await slice.pause();
      to.append(...clean(unit));
      unit = [];
      size = 0;
    };
    for (const child of [...from.childNodes]) {
      const within = child instanceof Element ? child.getElementsByTagName('*').length : 0;
      if (within > UNIT && depth < DEEPEST && OPENED.test(child.nodeName.toLowerCase())) {
        await flush();
        const shell = clean([child.cloneNode(false)])[0] as Element | undefined;
        // The content of an element that is not allowed stays, as when all is sanitised at once.
        if (shell) to.append(shell);
        await copy(child as Element, shell ?? to, depth + 1);
        continue;
      }
      unit.push(child);
      size += within + 1;
      if (size >= UNIT) await flush();
    }
    await flush();
  };
  await copy(source, fragment, 0);
  await slice.pause();
  settleStructure(fragment);
  return fragment;
}
