import { useLayoutEffect, useState } from 'preact/hooks';
import { textOf } from '../../text-of.ts';
import { pictureDescription } from '../article/frame-picture.ts';
import type { ReaderActions } from '../reader-actions.ts';
import type { Standing } from '../standing.ts';

/** Times the size at which the whole picture fits the window. */
export const ZOOMS = [1, 2, 4] as const;

/** In px as laid out. A smaller picture is a sign that is not worth a closer look. */
const SMALLEST = 80;

interface Picture {
  image: HTMLImageElement;
  address: string;
  /** What stands below it in the article; else its description. Empty where there is neither. */
  caption: string;
  alt: string;
}

export interface Lightbox {
  /** The picture that is shown; null while the lightbox is closed. */
  picture: Picture | null;
  index: number;
  count: number;
  zoom: number;
  /** What keys and controls do while it is open; null while it is closed. */
  actions: ReaderActions | null;
  /** Opens at the first picture in view, or the next one after it. */
  open: () => void;
}

/** Always the same array, so that setting it again causes no drawing. */
const NONE: readonly Picture[] = [];

/** The picture that is shown alone. A press on a picture of the article opens it. */
export function useLightbox(stands: Standing | null): Lightbox {
  const [pictures, setPictures] = useState(NONE);
  const [index, setIndex] = useState(0);
  const [zoom, setZoom] = useState(1);
  const show = (to: number) => {
    setIndex(to);
    setZoom(1);
  };
  const openAt = (image: HTMLImageElement | null) => {
    if (!stands) return;
    const all = listPictures(stands.body);
    setPictures(all);
    show(Math.max(0, image ? all.findIndex((picture) => picture.image === image) : firstInView(all)));
  };

  // Before the paint: later, it would close what a key opened as soon as the text was visible, and a press on a picture
  // would follow a link.
  useLayoutEffect(() => {
    setPictures(NONE);
    if (!stands) return;
    const stop = new AbortController();
    const press = (event: MouseEvent) => {
      const image = event.target instanceof HTMLImageElement ? event.target : null;
      if (!image || !isViewable(image) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      openAt(image);
    };
    stands.body.addEventListener('click', press, { signal: stop.signal });
    return () => stop.abort();
  }, [stands]);

  const picture = pictures[index] ?? null;
  const step = (by: 1 | -1) => ZOOMS[ZOOMS.indexOf(zoom as (typeof ZOOMS)[number]) + by];
  const actions: ReaderActions = {
    close: () => setPictures(NONE),
    ...(index > 0 && zoom === 1 ? { 'previous-picture': () => show(index - 1) } : {}),
    ...(index < pictures.length - 1 && zoom === 1 ? { 'next-picture': () => show(index + 1) } : {}),
    ...(step(1) ? { bigger: () => setZoom(step(1) ?? zoom) } : {}),
    ...(step(-1) ? { smaller: () => setZoom(step(-1) ?? zoom) } : {}),
    'normal-size': () => setZoom(1),
  };
  return { picture, index, count: pictures.length, zoom, actions: picture && actions, open: () => openAt(null) };
}

function firstInView(pictures: readonly Picture[]): number {
  const index = pictures.findIndex(({ image }) => image.getBoundingClientRect().bottom > 0);
  return index < 0 ? pictures.length - 1 : index;
}

/** The pictures of an article that can be looked at by themselves, in order. */
function listPictures(body: ParentNode): Picture[] {
  return [...body.querySelectorAll('img')].filter(isViewable).map((image) => {
    const alt = pictureDescription(image);
    const caption = textOf(image.closest('figure')?.querySelector('figcaption')) || alt;
    return { image, address: image.currentSrc || image.src, caption, alt };
  });
}

/**
 * Whether a picture can be viewed. One that leads elsewhere is a link first, unless it leads to a larger copy of
 * itself.
 */
function isViewable(image: HTMLImageElement): boolean {
  const link = image.closest('a');
  const leads = link && !/\.(?:jpe?g|png|webp|avif|gif|svg)(?:[?#]|$)/i.test(link.getAttribute('href') ?? '');
  // A picture that is still loading, or far down and not requested yet, counts as well.
  const isThere = image.naturalWidth > 0 || !image.complete;
  return !leads && isThere && image.getBoundingClientRect().width >= SMALLEST;
}
