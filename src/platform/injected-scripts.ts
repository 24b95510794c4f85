/**
 * Addresses of the scripts that are injected on demand, as the build names them. These imports carry a file name, no
 * code, which is why this is the one place in `platform` that names files of a higher layer.
 *
 * The leading slash matters: Firefox resolves a path without it against the page that calls `executeScript`.
 */
import codePartPath from '../content/code-part.iife.ts?script';
import completenessPartPath from '../content/completeness-part.iife.ts?script';
import copyingPartPath from '../content/copying-part.iife.ts?script';
import extractPath from '../content/extract.iife.ts?script';
import facesPartPath from '../content/faces-part.iife.ts?script';
import focusPartPath from '../content/focus-part.iife.ts?script';
import formulasPartPath from '../content/formulas-part.iife.ts?script';
import hanPartPath from '../content/han-part.iife.ts?script';
import hidingPartPath from '../content/hiding-part.iife.ts?script';
import highlightsPartPath from '../content/highlights-part.iife.ts?script';
import picturesPath from '../content/keep-pictures.iife.ts?script';
import liveHighlightsPath from '../content/live-highlights.iife.ts?script';
import overlayPath from '../content/overlay.iife.tsx?script';
import pagesPartPath from '../content/pages-part.iife.ts?script';
import pickingPartPath from '../content/picking-part.iife.ts?script';
import probePath from '../content/probe.iife.ts?script';
import rootsPartPath from '../content/roots-part.iife.ts?script';
import sanitisePath from '../content/sanitise.iife.ts?script';
import saveNoticePath from '../content/save-notice.iife.ts?script';
import speechPartPath from '../content/speech-part.iife.ts?script';
import addressWatchPath from '../content/watch-address.iife.ts?script';
import type { ReaderPart } from '../model/reader-part.ts';

const fromRoot = (path: string): string => `/${path.replace(/^\//, '')}`;

/** Defines `rectoExtract` in the page's isolated world; injecting it again changes nothing. */
export const EXTRACT_SCRIPT = fromRoot(extractPath);

/** Evaluates to what reading the page with no options gives; needs `EXTRACT_SCRIPT` before it. A file of `public/`. */
export const READ_NOW_SCRIPT = '/injected/read-now.js';

/** Begins such a reading and leaves it in the page for the popup; needs `EXTRACT_SCRIPT` before it. A file of `public/`. */
export const READ_AHEAD_SCRIPT = '/injected/read-ahead.js';

/** Defines `rectoOverlay` in the page's isolated world; needs `EXTRACT_SCRIPT` and `SANITISE_SCRIPT` before it. */
export const OVERLAY_SCRIPT = fromRoot(overlayPath);

/** Opens or closes the overlay and evaluates to the outcome; needs `OVERLAY_SCRIPT` before it. A file of `public/`. */
export const TOGGLE_NOW_SCRIPT = '/injected/toggle-now.js';

/** Defines `rectoPictures` in the page's isolated world: reads the pictures of a page that was just saved. */
export const PICTURES_SCRIPT = fromRoot(picturesPath);

/** Defines `rectoSanitising` in the page's isolated world, for those who show or put out an article. */
export const SANITISE_SCRIPT = fromRoot(sanitisePath);

/** Defines `rectoSaveNotice` in the page's isolated world; needs `EXTRACT_SCRIPT` before it. */
export const SAVE_NOTICE_SCRIPT = fromRoot(saveNoticePath);

/** Defines `rectoLiveHighlights` in the page's isolated world: shows highlights over the page's own text. */
export const LIVE_HIGHLIGHTS_SCRIPT = fromRoot(liveHighlightsPath);

/** Compare a page with what was read of it: they define the part `completeness` in its isolated world, and what that needs. */
export const COMPARISON_SCRIPTS = [SANITISE_SCRIPT, fromRoot(completenessPartPath)];

/** Tells the background when a page whose icon is marked goes to another address without loading. */
export const WATCH_ADDRESS_SCRIPT = fromRoot(addressWatchPath);

/** The scripts of the reader's optional parts; each defines one part for the overlay. */
export const PART_SCRIPTS: Record<ReaderPart, string> = {
  code: fromRoot(codePartPath),
  formulas: fromRoot(formulasPartPath),
  faces: fromRoot(facesPartPath),
  focus: fromRoot(focusPartPath),
  han: fromRoot(hanPartPath),
  speech: fromRoot(speechPartPath),
  copying: fromRoot(copyingPartPath),
  highlights: fromRoot(highlightsPartPath),
  hiding: fromRoot(hidingPartPath),
  completeness: fromRoot(completenessPartPath),
  picking: fromRoot(pickingPartPath),
  pages: fromRoot(pagesPartPath),
  roots: fromRoot(rootsPartPath),
};

/** Tells the background that a page looks like an article; registered for sites that always open in the reader. */
export const PROBE_SCRIPT = fromRoot(probePath);
