import { isInLine } from './is-in-line.ts';
import { pictureDescription } from './picture-description.ts';

/**
 * Puts the quiet frame in place of one picture; one that stood among the words gives way to its description alone, and
 * what something embedded is called stands below its picture.
 */
export function framePicture(image: HTMLImageElement, fallback: string): void {
  const text = pictureDescription(image);
  const isNamed = image.closest('.embed');
  image.replaceWith(isNamed ? '' : isInLine(image) ? text : frameOf(image, text || fallback));
}

function frameOf(image: HTMLImageElement, text: string): HTMLElement {
  const frame = image.ownerDocument.createElement('span');
  frame.className = ['missing', ...image.classList].join(' ');
  frame.setAttribute('role', 'img');
  frame.setAttribute('aria-label', text);
  frame.append(text);
  return frame;
}
