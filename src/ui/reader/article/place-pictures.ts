import type { PictureFact } from '../../../model/pictures/picture.ts';
import { isInLine, pictureDescription } from './frame-picture.ts';
import { boundPicture } from './prepare-body.ts';

/** A picture of a saved article as it can be shown. */
export interface ShownPicture extends PictureFact {
  /** `blob:` address of the kept bytes; null when there are none. */
  address: string | null;
}

export interface PictureFrames {
  /** What is known of the picture at an address; undefined when nothing is. */
  look: (url: string) => ShownPicture | undefined;
  /** Stands where a picture has no description. */
  fallback: string;
  /** "Not kept", before the control. */
  notKept: string;
  /** "Not kept yet", while it waits. */
  waiting: string;
  /** Name of the control. */
  keepIt: string;
  /** Null where nothing can be kept, as in a private window. */
  onKeep: ((url: string) => void) | null;
}

/**
 * Shows the kept bytes in the pictures of a saved article, and replaces each picture that is not kept with a quiet
 * frame that holds its description. Fetches nothing. The body must be sanitised with `network: 'none'`, so that the
 * address of each picture is in `data-src`.
 */
export function placePictures(body: ParentNode, frames: PictureFrames): void {
  for (const image of body.querySelectorAll('img')) {
    const url = image.getAttribute('data-src');
    if (url === null && image.hasAttribute('src')) continue;
    const picture = url === null ? undefined : frames.look(url);
    if (picture?.address) show(image, picture.address);
    else if (isInLine(image)) image.replaceWith(pictureDescription(image));
    else image.replaceWith(frameOf(image, picture, frames));
  }
}

/** Updates the frames of a body that is drawn already: pictures that are kept by now replace theirs. */
export function fillFrames(body: ParentNode, frames: PictureFrames): void {
  for (const frame of body.querySelectorAll<HTMLElement>('.missing[data-src]')) {
    const picture = frames.look(frame.dataset['src'] ?? '');
    const image = framed.get(frame);
    if (picture?.address && image) {
      show(image, picture.address);
      image.decoding = 'async';
      boundPicture(image);
      frame.replaceWith(image);
    } else if (image && (picture?.state ?? 'refused') !== frame.dataset['state'])
      frame.replaceWith(frameOf(image, picture, frames));
  }
}

/** The picture that each frame stands for. */
const framed = new WeakMap<Element, HTMLImageElement>();

/**
 * Keeps the picture's own address beside it, because the address of the kept bytes means nothing where the text is
 * pasted.
 */
function show(image: HTMLImageElement, address: string): void {
  image.setAttribute('src', address);
}

function frameOf(image: HTMLImageElement, picture: ShownPicture | undefined, frames: PictureFrames): HTMLElement {
  const document = image.ownerDocument;
  const text = pictureDescription(image) || frames.fallback;
  const url = image.getAttribute('data-src');
  const frame = document.createElement('span');
  frame.className = ['missing', ...image.classList].join(' ');
  frame.setAttribute('role', 'group');
  frame.setAttribute('aria-label', text);
  frame.dataset['state'] = picture?.state ?? 'refused';
  const description = document.createElement('span');
  description.append(text);
  frame.append(description);
  framed.set(frame, image);
  if (url === null || frames.onKeep === null) return frame;
  frame.dataset['src'] = url;
  const line = document.createElement('span');
  line.className = 'missing-line';
  if (picture?.state === 'pending') line.append(frames.waiting);
  else
    line.append(
      frames.notKept,
      ' · ',
      keepButton(document, frames.keepIt, () => frames.onKeep?.(url)),
    );
  frame.append(line);
  return frame;
}

/** The picture may be inside a link, which a press on the button does not follow. */
function keepButton(document: Document, label: string, onPress: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(label);
  button.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
    onPress();
  });
  return button;
}
