import type { Article } from '../model/article.ts';
import type { ErrorCode } from '../model/error-code.ts';
import { RectoError } from '../model/recto-error.ts';
import { blockText } from './block-text.ts';
import { type ExtractOptions, extractArticle } from './extract-article.ts';
import { allElements, findAll, findFirst } from './find-elements.ts';

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

const XHTML = 'http://www.w3.org/1999/xhtml';

/** Chromium replaces an XML document without a style sheet by a tree of its own, which keeps the source in this element. */
const XML_VIEWER = '#webkit-xml-viewer-source-xml';

/**
 * Throws `pdf`, `media` or `data-document` for documents that are no page: the browser shows the file itself. The type
 * the browser settled on decides, since an address tells little; plain text and XHTML are read.
 */
export function refuseDocuments(live: Document): void {
  const code = classifyDocument(live);
  if (code !== null) throw new RectoError(code, live.contentType);
}

function classifyDocument(live: Document): ErrorCode | null {
  const type = live.contentType.toLowerCase();
  if (/\/(?:x-)?pdf$/.test(type)) return 'pdf';
  if (/^(?:image|video|audio)\//.test(type)) return 'media';
  if (/[/+]json$/.test(type)) return 'data-document';
  if (type === 'application/xhtml+xml') return null;
  if (!/[/+]xml$/.test(type)) return null;
  // XML may carry XHTML, and a style sheet may have turned it into a page.
  const isPage = live.documentElement?.namespaceURI === XHTML && findFirst(live, XML_VIEWER) === null;
  return isPage ? null : 'data-document';
}

/** In scripts and frames of nothing but pages that look at the browser before they let it in, by the makers of such pages. */
const CHALLENGE = /_cf_chl_opt|anubis_|captcha-delivery|_pxUuid|CWUDNSAI|gokuProps/;

/** Such a page is small; the scripts of others, which may hold megabytes, are not looked through. */
const MOST_CHALLENGE_ELEMENTS = 500;

/** Such a page says what it is doing, and why. Characters. */
const LONGEST_CHALLENGE = 2500;

/** Throws `checking-browser` for a page that stands before the page while the browser is looked at, whatever its language. */
function refuseChallenge(live: Document): void {
  if (
    allElements(live).length < MOST_CHALLENGE_ELEMENTS &&
    findAll(live, 'script, iframe').some((element) => CHALLENGE.test(element.outerHTML)) &&
    blockText(live).length < LONGEST_CHALLENGE
  )
    throw new RectoError('checking-browser');
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
