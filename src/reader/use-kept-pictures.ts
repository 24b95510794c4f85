import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Article } from '../model/article.ts';
import { listPictures } from '../model/pictures/list-pictures.ts';
import { type PictureReceipt, receiptOf, type SavedPicture } from '../model/pictures/picture.ts';
import type { Words } from '../model/words.ts';
import { fillFrames, type PictureFrames, type ShownPicture } from '../ui/reader/article/place-pictures.ts';

interface KeptPictures {
  /** What `placePictures` needs to put them into the text. */
  frames: RefObject<PictureFrames>;
  /** The article with the address of its stored lead picture, or without lead picture when it is not stored. */
  offline: Article;
  /** How many of the pictures in the article's current text are stored. */
  receipt: PictureReceipt;
  /** Takes the article's body once it is drawn, to put pictures into it that are stored later. */
  takeBody: (body: HTMLElement) => void;
}

/** The stored pictures of a saved article. `onKeep` is called when the user asks to store one that is not. */
export function useKeptPictures(
  article: Article,
  pictures: readonly SavedPicture[],
  { t }: Words,
  onKeep: (url: string) => void,
): KeptPictures {
  const shown = useShownPictures(pictures);
  const latest: PictureFrames = {
    look: (url) => shown.get(url),
    fallback: t('readerPictureMissing'),
    notKept: t('pictureNotKept'),
    waiting: t('pictureWaiting'),
    keepIt: t('pictureKeepIt'),
    onKeep,
  };
  const frames = useRef(latest);
  frames.current = latest;
  const body = useRef<HTMLElement | null>(null);
  const [, drawAgain] = useState(shown);
  useLayoutEffect(() => {
    if (!body.current) return;
    fillFrames(body.current, latest);
    // Drawn again, because the reader offers actions on pictures once the first of them is in the text.
    drawAgain(shown);
  }, [shown]);
  const leadImage = article.leadImage && keptAddress(article.leadImage, shown);
  return {
    frames,
    offline: useMemo(() => ({ ...article, leadImage }), [article, leadImage]),
    receipt: useMemo(() => receiptOfText(article, pictures), [article, pictures]),
    takeBody: (stands) => {
      body.current = stands;
    },
  };
}

/** The receipt for the pictures in the article's current text, without those of other copies. */
function receiptOfText(article: Article, pictures: readonly SavedPicture[]): PictureReceipt {
  const shown = new Set(listPictures(article));
  return receiptOf(pictures.filter(({ url }) => shown.has(url)));
}

const keptAddress = (url: string, shown: Map<string, ShownPicture>): string | null =>
  url.startsWith('data:') ? url : (shown.get(url)?.address ?? null);

/**
 * Gives each stored picture a `blob:` address, by its address on the web. The address stays the same while the bytes
 * do. It is revoked when they change or the article is left.
 */
function useShownPictures(pictures: readonly SavedPicture[]): Map<string, ShownPicture> {
  const addresses = useRef(new Map<string, { blob: Blob; address: string }>());
  useEffect(
    () => () => {
      for (const { address } of addresses.current.values()) URL.revokeObjectURL(address);
      addresses.current.clear();
    },
    [],
  );
  return useMemo(() => {
    const shown = pictures.map(({ blob, ...fact }): [string, ShownPicture] => [
      fact.url,
      { ...fact, address: blob ? addressOf(addresses.current, fact.url, blob) : null },
    ]);
    return new Map(shown);
  }, [pictures]);
}

/**
 * The `blob:` address of a picture. A blob that is read again is another object; same size and type count as the same
 * bytes.
 */
function addressOf(addresses: Map<string, { blob: Blob; address: string }>, url: string, blob: Blob): string {
  const before = addresses.get(url);
  if (before && before.blob.size === blob.size && before.blob.type === blob.type) return before.address;
  if (before) URL.revokeObjectURL(before.address);
  const address = URL.createObjectURL(blob);
  addresses.set(url, { blob, address });
  return address;
}
