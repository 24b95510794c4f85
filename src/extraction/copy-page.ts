import { nextTurn } from '../model/slicer.ts';
import { takeFarRows } from './body-passes/put-rows-back.ts';
import type { DetectLanguage, PageContext, PageMetadata, RootOf } from './extraction-pass.ts';
import { allElements, findAll, makeElement } from './find-elements.ts';

/** A page with more elements is read in turns. The longest articles of the corpus have fewer, and take 100 ms. */
const LONG = 5_000;

/** How a page is to be read. */
export interface ExtractOptions {
  /** Address the tab shows. */
  url: string;
  /** Address that relative links start from, when it is not `url`: that of a frame. */
  base?: string;
  /** Gives whatever text there is instead of throwing `not-an-article`. */
  force?: boolean;
  /** Selector of the element that the person picked as the article. A page without it is read as any other. */
  block?: string;
  /** Asked only when the page does not plausibly say its language. */
  detectLanguage?: DetectLanguage;
  /** Without it no shadow root is read. */
  rootOf?: RootOf;
  /** Reference for relative dates; the present by default. */
  now?: Date;
}

/** A copy of the page with what the passes have to know and nothing read yet. */
export function copyPage(live: Document, { base, ...options }: ExtractOptions): PageContext {
  const clone = Node.prototype.cloneNode.call(live, true) as Document;
  if (base) setBase(clone, base);
  const isLong = allElements(live).length > LONG;
  return {
    now: new Date(),
    detectLanguage: async () => null,
    ...options,
    live,
    clone,
    metadata: emptyMetadata(),
    rows: takeFarRows(clone),
    breathe: () => (isLong ? nextTurn() : undefined),
  };
}

function setBase(page: Document, address: string): void {
  for (const base of findAll(page, 'base')) base.remove();
  const base = makeElement(page, 'base');
  base.href = address;
  page.head?.prepend(base);
}

/** What is known of a page before it is read. */
export function emptyMetadata(): PageMetadata {
  return {
    canonicalUrl: null,
    title: '',
    byline: null,
    siteName: null,
    publishedTime: null,
    lang: null,
    dir: 'ltr',
    excerpt: null,
    leadImage: null,
    attribution: null,
  };
}
