import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { isViewable, listPictures, type Picture } from './list-pictures.ts';
import type { ReaderActions } from './reader-surface.ts';
import type { Standing } from './standing.ts';

/** Times the size at which the whole picture fits the window. */
export const ZOOMS = [1, 2, 4] as const;

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

/** Always the same, so that putting it in its own place draws nothing anew. */
const NONE: readonly Picture[] = [];

/** The picture that is looked at by itself. A press on a picture of the article opens it. */
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

  // Before the paint: afterwards it would close what a key has opened as soon as the text stood there.
  useLayoutEffect(() => setPictures(NONE), [stands]);
  useEffect(() => {
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
