import { addMissing, type Incompleteness } from '../../extraction/completeness/add-missing.ts';
import { comparePage } from '../../extraction/completeness/compare-page.ts';
import { findMissing } from '../../extraction/completeness/find-missing.ts';
import { findShowAll } from '../../extraction/completeness/find-show-all.ts';
import { isWithheld } from '../../extraction/completeness/is-withheld.ts';
import { findNextPage } from '../../extraction/pagination/find-next-page.ts';
import type { Article } from '../../model/article.ts';
import { type OfferPages, offerPages } from './offer-pages.ts';
import { pressShowAll } from './press-show-all.ts';

/** What the page has that the article lacks. */
export interface PageRest {
  /** Paragraphs that the page shows; null where there are none. */
  missing: Incompleteness | null;
  /** It keeps a part of the text behind a button of its own. */
  isPartial: boolean;
  /** It declares that a part of the text is not for everybody, and does not show that part. */
  isWithheld: boolean;
  /** Offers the further pages of the article; null when it has none. */
  offerPages: OfferPages | null;
}

/** The optional part `completeness`. */
export const COMPLETENESS = { check, showAll, holdsMore };

/** How long the check works before it lets scrolling and typing go first. */
const SLICE_MS = 6;

/** Compares an article with the page it was read from, in idle time. */
async function check(
  page: Document,
  article: Article,
  toFragment: (html: string) => DocumentFragment,
): Promise<PageRest> {
  const comparison = await comparePage(page, article, idleSlices());
  if (!comparison?.isSame) return { missing: null, isPartial: false, isWithheld: false, offerPages: null };
  const series = findNextPage(page, article, toFragment(article.html));
  return {
    missing: addMissing(article, findMissing(comparison), toFragment),
    isPartial: findShowAll(comparison) !== null,
    // The first of several pages has fewer words than the whole article.
    isWithheld: series === null && isWithheld(page, article, comparison),
    offerPages: series && offerPages(series, article),
  };
}

/**
 * Whether a kept copy is the article of this page together with what the person added when saving it: text that the
 * page shows beside it, or its further pages. A copy that is longer than the first of several pages has the others.
 */
async function holdsMore(
  page: Document,
  article: Article,
  kept: { contentHash: string; wordCount: number },
  toFragment: (html: string) => DocumentFragment,
): Promise<boolean> {
  const { missing, offerPages } = await check(page, article, toFragment);
  return (
    missing?.complete.contentHash === kept.contentHash || (offerPages !== null && kept.wordCount > article.wordCount)
  );
}

/**
 * Presses the page's own button for the rest of the article, if it still exists: the page may have replaced it since.
 * Gives whether the page is to be read again, since it then shows more or has no such button any more: it may have shown
 * the rest by itself, as where it answers an earlier press late.
 */
async function showAll(page: Document, article: Article, signal: AbortSignal): Promise<boolean> {
  const comparison = await comparePage(page, article, idleSlices());
  if (!comparison?.isSame || signal.aborted) return false;
  const button = findShowAll(comparison);
  return button === null || pressShowAll(button, signal);
}

/** Waits for the next idle moment once a slice of work is over. */
function idleSlices(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE_MS) return;
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
    began = performance.now();
  };
}
