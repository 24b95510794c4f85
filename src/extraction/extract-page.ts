import type { Article } from '../model/article.ts';
import { RectoError } from '../model/recto-error.ts';
import { type ExtractOptions, extractArticle } from './extract-article.ts';
import { findAll } from './find-elements.ts';
import { refuseChallenge } from './refuse-challenge.ts';
import { refuseDocuments } from './refuse-documents.ts';

/** Part of the window that a frame must cover to be taken for the page's content. */
const MOST_OF_WINDOW = 0.4;

/** Characters of the page's own text, beside a large frame of another site, below which the frame is the content. */
const LITTLE_TEXT = 300;

/**
 * Reads the article of the page in a tab, or of the frame that holds it. A framed article has the tab's address: that is
 * what the person sees and what will be looked up.
 *
 * Throws `RectoError`: `pdf`, `media`, `data-document`, `checking-browser`, `framed`, `too-large`, `empty`, `not-an-article`.
 */
export async function extractPage(live: Document, options: ExtractOptions): Promise<Article> {
  refuseDocuments(live);
  if (!options.force) refuseChallenge(live);
  try {
    if (live.body?.localName === 'frameset') throw new RectoError('empty', 'a frameset');
    return await extractArticle(live, options);
  } catch (thrown) {
    if (!(thrown instanceof RectoError) || !/^(?:empty|not-an-article)$/.test(thrown.code)) throw thrown;
    return readFrames(live, options, thrown);
  }
}

/** The article of the first frame that has one, largest frame first; else `framed`, or the page's own error. */
async function readFrames(live: Document, options: ExtractOptions, error: RectoError): Promise<Article> {
  let closed: string | null = null;
  for (const frame of contentFrames(live)) {
    const inside = documentOf(frame);
    if (inside === null) closed ??= frame.src;
    else {
      const article = await extractPage(inside, { ...options, base: inside.baseURI }).catch(() => null);
      if (article !== null) return article;
    }
  }
  if (closed !== null && (live.body?.innerText ?? '').trim().length < LITTLE_TEXT)
    throw new RectoError('framed', closed, { cause: error });
  throw error;
}

/** Frames large enough to be the page's content, largest first. Those of a frameset have no other purpose. */
function contentFrames(live: Document): (HTMLIFrameElement | HTMLFrameElement)[] {
  const view = live.defaultView;
  const most = view === null ? 0 : view.innerWidth * view.innerHeight * MOST_OF_WINDOW;
  return findAll<HTMLIFrameElement | HTMLFrameElement>(live, 'iframe, frame')
    .map((frame) => ({ frame, area: frame.clientWidth * frame.clientHeight }))
    .filter(({ frame, area }) => frame.localName === 'frame' || area >= most)
    .toSorted((a, b) => b.area - a.area)
    .map(({ frame }) => frame);
}

/** The document in a frame; null when it is of another origin or has none. */
function documentOf(frame: HTMLIFrameElement | HTMLFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}
