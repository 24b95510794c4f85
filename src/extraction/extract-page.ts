import type { Article } from '../model/article.ts';
import type { ErrorCode } from '../model/errors/error-code.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { blockText } from './block-text.ts';
import type { ExtractOptions } from './copy-page.ts';
import { extractArticle } from './extract-article.ts';
import { allElements, findAll, findFirst } from './find-elements.ts';

/** Share of the window that a frame must cover to count as the page's content. */
const MOST_OF_WINDOW = 0.4;

/** A large frame of another site is the content when the page itself has fewer characters than this. */
const LITTLE_TEXT = 300;

/**
 * Reads the article of the page in a tab, or of the frame that holds it. The article of a frame gets the tab's address:
 * the person sees that one, and it is looked up later.
 *
 * Throws `RectoError`: `pdf`, `media`, `data-document`, `checking-browser`, `framed`, `too-large`, `empty`,
 * `not-an-article`.
 */
export async function extractPage(live: Document, options: ExtractOptions): Promise<Article> {
  refuseDocuments(live);
  if (!options.force) refuseChallenge(live);
  try {
    if (live.body?.localName === 'frameset') throw new RectoError('empty');
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
 * Throws `pdf`, `media` or `data-document` where the browser shows a file and not a page. It goes by the type that the
 * browser settled on, since an address tells little. Plain text and XHTML are read.
 */
export function refuseDocuments(live: Document): void {
  const code = classifyDocument(live);
  if (code) throw new RectoError(code, live.contentType);
}

function classifyDocument(live: Document): ErrorCode | null {
  const type = live.contentType.toLowerCase();
  if (/\/(?:x-)?pdf$/.test(type)) return 'pdf';
  if (/^(?:image|video|audio)\//.test(type)) return 'media';
  if (/[/+]json$/.test(type)) return 'data-document';
  if (!/[/+]xml$/.test(type)) return null;
  // XML may carry XHTML, and a style sheet may have turned it into a page.
  const isPage = live.documentElement?.namespaceURI === XHTML && !findFirst(live, XML_VIEWER);
  return isPage ? null : 'data-document';
}

/** Names, given by the makers of bot checks, in scripts and frames that no other page has. */
const CHALLENGE = /_cf_chl_opt|anubis_|captcha-delivery|_pxUuid|CWUDNSAI|gokuProps/;

/** A bot check has few elements. The scripts of larger pages, which may be megabytes, are not searched. */
const MOST_CHALLENGE_ELEMENTS = 500;

/** Characters: a bot check says what it does and why, and no more. */
const LONGEST_CHALLENGE = 2500;

/** Throws `checking-browser` for a bot check in front of the page, in any language. */
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
    // Null where it is of another origin.
    const inside = frame.contentDocument;
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

/** Frames large enough to be the page's content, largest first. All frames of a frameset are content. */
function contentFrames(live: Document): (HTMLIFrameElement | HTMLFrameElement)[] {
  const view = live.defaultView;
  const most = view === null ? 0 : view.innerWidth * view.innerHeight * MOST_OF_WINDOW;
  return findAll<HTMLIFrameElement | HTMLFrameElement>(live, 'iframe, frame')
    .filter((frame) => frame.localName === 'frame' || areaOf(frame) >= most)
    .sort((a, b) => areaOf(b) - areaOf(a));
}

const areaOf = (frame: HTMLIFrameElement | HTMLFrameElement): number => frame.clientWidth * frame.clientHeight;
