import { LARGEST_PICTURE, type PictureProblem, type PictureSize } from '../../model/pictures/picture.ts';
import { askDocument } from '../ask-document.ts';

/** A picture whose server has not answered by then is left to the background. */
const DEADLINE_MS = 20_000;

interface ReadPicture {
  picture: Uint8Array<ArrayBuffer> | null;
  problem: PictureProblem | null;
  size: PictureSize | null;
}

/**
 * Reads one picture as the page itself could: from the page's own site, from a site that lets all pages read it (CORS),
 * or from the screen where the browser allows that. Never throws.
 */
export async function readPicture(url: string, document: Document): Promise<ReadPicture> {
  const shown = [...askDocument(document, 'images')].find(
    (image) => isShown(image) && (image.currentSrc === url || image.src === url),
  );
  const size = shown ? { width: shown.naturalWidth, height: shown.naturalHeight } : null;
  const fetched = await fetchInPage(url);
  const found = fetched instanceof Blob ? fetched : shown ? await drawPicture(shown) : null;
  if (found && found.size > LARGEST_PICTURE) return { picture: null, problem: 'too-large', size };
  const picture = found && (await bytesOf(found));
  return { picture, problem: picture ? null : fetched instanceof Blob ? 'refused' : fetched, size };
}

/** Null when the browser no longer has them. */
const bytesOf = (blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> =>
  blob.arrayBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  );

const isShown = (image: HTMLImageElement): boolean => image.complete && image.naturalWidth > 0;

/** What the page has loaded already comes from the browser's cache. */
async function fetchInPage(url: string): Promise<Blob | PictureProblem> {
  try {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const response = await fetch(url, { credentials: 'same-origin', cache: 'force-cache', signal });
    if (response.ok) return await response.blob();
    return response.status === 404 || response.status === 410 ? 'gone' : 'refused';
  } catch {
    return 'needs-access';
  }
}

/** The pixels on the screen; null when they come from another site, which browsers do not let pages read. */
async function drawPicture(image: HTMLImageElement): Promise<Blob | null> {
  try {
    const canvas = image.ownerDocument.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } catch {
    return null;
  }
}
