import type { ErrorCode } from '../model/error-code.ts';
import { RectoError } from '../model/recto-error.ts';
import { findFirst } from './find-elements.ts';

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
  if (/^(?:application|text)\/(?:x-)?pdf$/.test(type)) return 'pdf';
  if (/^(?:image|video|audio)\//.test(type) || type === 'application/ogg') return 'media';
  if (/[/+]json$/.test(type)) return 'data-document';
  if (type === 'application/xhtml+xml') return null;
  if (!/[/+]xml$/.test(type)) return null;
  // XML may carry XHTML, and a style sheet may have turned it into a page.
  const isPage = live.documentElement?.namespaceURI === XHTML && findFirst(live, XML_VIEWER) === null;
  return isPage ? null : 'data-document';
}
