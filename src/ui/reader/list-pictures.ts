import { pictureDescription } from './picture-description.ts';

export interface Picture {
  image: HTMLImageElement;
  address: string;
  /** What stands below it in the article; else its description. Empty where there is neither. */
  caption: string;
  alt: string;
}

/** Smaller than this, in px as laid out, a picture is a sign and not worth a look of its own. */
const SMALLEST = 80;

/** The pictures of an article that can be looked at by themselves, in order. */
export function listPictures(body: ParentNode): Picture[] {
  return [...body.querySelectorAll('img')].filter(isViewable).map((image) => {
    const alt = pictureDescription(image);
    const caption = textOf(image.closest('figure')?.querySelector('figcaption')) || alt;
    return { image, address: image.currentSrc || image.src, caption, alt };
  });
}

/** A picture that leads elsewhere is a link first, unless it leads to a picture: then to a larger copy of itself. */
export function isViewable(image: HTMLImageElement): boolean {
  const link = image.closest('a');
  const leads = link && !/\.(?:jpe?g|png|webp|avif|gif|svg)(?:[?#]|$)/i.test(link.getAttribute('href') ?? '');
  // A picture that is on its way, or far down and not asked for yet, is one all the same.
  const isThere = image.naturalWidth > 0 || !image.complete;
  return !leads && isThere && image.getBoundingClientRect().width >= SMALLEST;
}

const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
