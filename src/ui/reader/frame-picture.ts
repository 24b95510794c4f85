import { pictureDescription } from './picture-description.ts';

/** Below this width, in px, a picture is a sign among the words; its frame stands in the line. */
const IN_LINE = 48;

/**
 * Puts the quiet frame in place of one picture; one that stood among the words gives way to its description alone, and
 * what something embedded is called stands below its picture.
 */
export function framePicture(image: HTMLImageElement, fallback: string): void {
  const width = Number(image.getAttribute('width') ?? Number.NaN);
  const text = pictureDescription(image);
  const isNamed = image.closest('.embed');
  image.replaceWith(isNamed ? '' : width < IN_LINE ? text : frameOf(image, text || fallback));
}

function frameOf(image: HTMLImageElement, text: string): HTMLElement {
  const frame = image.ownerDocument.createElement('span');
  frame.className = ['missing', ...image.classList].join(' ');
  frame.setAttribute('role', 'img');
  frame.setAttribute('aria-label', text);
  frame.append(text);
  return frame;
}
