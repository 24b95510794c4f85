import { findNamed } from '../find-named.ts';
import { isElement, rename, textOf } from './elements.ts';
import { isCaption } from './is-caption.ts';

/** How far above its caption the box of a picture may be. */
const NEAR = 4;

/** Makes a `figure` of every box that holds one picture and a caption named as such: without it the picture goes with its caption. */
export function framePictures(page: Document): void {
  for (const caption of findNamed(page, '[class*="caption" i], .imageblock > .title')) {
    if (caption.matches('.title')) caption.className = 'caption';
    if (caption.closest('figure, table, a, li') || !isCaption(caption, true)) continue;
    let box = caption.parentElement;
    for (let level = 0; box && level < NEAR && !box.getElementsByTagName('img')[0]; level++) box = box.parentElement;
    if (
      !box?.getElementsByTagName('img')[0] ||
      box.getElementsByTagName('img')[1] ||
      !isElement(box, 'DIV', 'SECTION', 'P') ||
      textOf(box) !== textOf(caption)
    )
      continue;
    rename(caption, 'figcaption', caption.getAttributeNames());
    rename(box, 'figure', box.getAttributeNames());
  }
}
