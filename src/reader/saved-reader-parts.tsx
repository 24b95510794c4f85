import type { RefObject } from 'preact';
import type { Words } from '../model/words.ts';
import { PART_SCRIPTS } from '../platform/injected-scripts.ts';
import { readFont } from '../platform/read-font.ts';
import { sanitiseArticle } from '../sanitising/sanitise-article.ts';
import { sanitiseInTurns } from '../sanitising/sanitise-in-turns.ts';
import { listenCopy, listenKeys } from '../ui/listen-keys.ts';
import { importParts } from '../ui/parts/load-part.ts';
import { partLongText } from '../ui/reader/article/part-long-text.ts';
import { type PictureFrames, placePictures } from '../ui/reader/article/place-pictures.ts';
import type { ReaderSurfaceParts } from '../ui/reader/reader-surface.ts';

const LOAD_PART = importParts(PART_SCRIPTS);

const OFFLINE = { network: 'none' } as const;

/**
 * The parts of the reader for Recto's own pages. Nothing is loaded from the network; pictures are those that are
 * stored. While a dialog of its own `hasKeys`, or its code is still loading, keys do nothing to the article.
 */
export function savedReaderParts(
  { t, locale, dir }: Words,
  frames: RefObject<PictureFrames>,
  hasKeys: RefObject<boolean>,
): ReaderSurfaceParts {
  const placeKept = (fragment: DocumentFragment) => {
    if (frames.current) placePictures(fragment, frames.current);
    return fragment;
  };
  return {
    surface: 'saved',
    translate: t,
    locale,
    scroller: document.documentElement,
    // No closed shadow root is needed, since no scripts of a web page run here.
    Controls: ({ place, children }) => (
      <div class={`tab-${place}`} lang={locale} dir={dir}>
        {children}
      </div>
    ),
    toFragment: (html) => placeKept(sanitiseArticle(html, OFFLINE)),
    toFragmentInTurns: (html) => sanitiseInTurns(html, { ...OFFLINE, onPiece: placeKept }),
    partLongText,
    loadPart: LOAD_PART,
    readFont,
    listenCopy,
    listenKeys: (onKey, signal) => listenKeys((press) => !hasKeys.current && onKey(press), signal),
  };
}
