import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Article } from '../model/article.ts';
import { listPictures } from '../model/list-pictures.ts';
import { type PictureReceipt, receiptOf, type SavedPicture } from '../model/picture.ts';
import type { Words } from '../model/words.ts';
import { fillFrames, type PictureFrames, type ShownPicture } from '../ui/reader/place-pictures.ts';

interface KeptPictures {
  /** What places them in the text. */
  frames: RefObject<PictureFrames>;
  /** The article with its lead picture where that is kept, or without it. */
  offline: Article;
  /** How many of the pictures of the text in front are kept. */
  receipt: PictureReceipt;
  /** Takes the article's body once it stands: pictures that come later are put into it. */
  takeBody: (body: HTMLElement) => void;
}

/** The pictures of a saved article, drawn from where they are kept. `onKeep` is called where one that is not kept is asked for. */
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
    // What can be done with pictures is offered once the first of them stands, which was not so when this was drawn.
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

/** Of the text in front; pictures of older texts are not counted. */
function receiptOfText(article: Article, pictures: readonly SavedPicture[]): PictureReceipt {
  const shown = new Set(listPictures(article));
  return receiptOf(pictures.filter(({ url }) => shown.has(url)));
}

const keptAddress = (url: string, shown: Map<string, ShownPicture>): string | null =>
  url.startsWith('data:') ? url : (shown.get(url)?.address ?? null);

/**
 * Gives the pictures of a saved article addresses to be drawn from, by the address they were saved from. An address stays
 * while the same bytes are kept, and is given back when they are not or the article is left.
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

/** A blob read again from storage is another object with the same bytes: its size tells enough for one address. */
function addressOf(addresses: Map<string, { blob: Blob; address: string }>, url: string, blob: Blob): string {
  const before = addresses.get(url);
  if (before && before.blob.size === blob.size && before.blob.type === blob.type) return before.address;
  if (before) URL.revokeObjectURL(before.address);
  const address = URL.createObjectURL(blob);
  addresses.set(url, { blob, address });
  return address;
}
