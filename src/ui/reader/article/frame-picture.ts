import { useEffect } from 'preact/hooks';
import type { Standing } from '../standing.ts';

/**
 * Replaces one picture with a quiet frame. A picture among words is replaced by its description alone. The name of an
 * embed stands below its picture, and the lead picture, which the page only declares, has no description.
 */
export function framePicture(image: HTMLImageElement, fallback: string): void {
  const text = pictureDescription(image);
  const isSpare = image.closest('.embed, [data-lead]');
  image.replaceWith(isSpare ? '' : isInLine(image) ? text : frameOf(image, text || fallback));
}

function frameOf(image: HTMLImageElement, text: string): HTMLElement {
  const frame = image.ownerDocument.createElement('span');
  frame.className = ['missing', ...image.classList].join(' ');
  frame.setAttribute('role', 'img');
  frame.setAttribute('aria-label', text);
  frame.append(text);
  return frame;
}

/**
 * Replaces each picture that does not load with a quiet frame that holds its description, or `fallback` if it has none.
 */
export function useBrokenPictures(stands: Standing | null, fallback: string): void {
  useEffect(() => {
    if (!stands) return;
    const stop = new AbortController();
    const frame = ({ target }: Event) => {
      if (target instanceof HTMLImageElement) framePicture(target, fallback);
    };
    // Errors do not bubble.
    stands.body.addEventListener('error', frame, { capture: true, signal: stop.signal });
    for (const image of stands.body.querySelectorAll('img'))
      if (image.getAttribute('src') && image.complete && image.naturalWidth === 0) framePicture(image, fallback);
    return () => stop.abort();
  }, [stands]);
}

/** What a template writes where there is no description. */
const NOTHING = /^(?:null|undefined|none|image|img|photo|picture)$/i;
/** The name of a file: with its ending, or a camera's. */
const FILE = /^\S*\.(?:jpe?g|png|webp|gif|avif|svg|heic|tiff?)$|^(?:IMG|DSC|DSCN|DSCF|PXL|P)[-_]?\d{3,}\S*$/i;

/** The description of a picture for people; empty where its alternative text only repeats a file's name or says nothing. */
export function pictureDescription(image: HTMLImageElement): string {
  const text = image.alt.trim();
  return NOTHING.test(text) || FILE.test(text) ? '' : text;
}

/** In px; a narrower picture is a sign among words, and a frame in its place would break the line. */
const IN_LINE = 48;

/** Whether a picture stands among the words, as far as its `width` tells. */
export const isInLine = (image: Element): boolean => Number(image.getAttribute('width') ?? Number.NaN) < IN_LINE;
