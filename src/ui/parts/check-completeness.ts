import { addMissing, type Incompleteness } from '../../extraction/completeness/add-missing.ts';
import { findMissing } from '../../extraction/completeness/find-missing.ts';
import type { Article } from '../../model/article.ts';

/** Longer than this the check does not hold up whoever scrolls or types, in milliseconds. */
const SLICE = 6;

/** Compares an article with the page it was read from, in idle time: the optional part `completeness`. Null where nothing is missing. */
export async function checkCompleteness(
  page: Document,
  article: Article,
  toFragment: (html: string) => DocumentFragment,
): Promise<Incompleteness | null> {
  const missing = await findMissing(page, article, idleSlices());
  return addMissing(article, missing, toFragment);
}

/** Waits for the next idle moment once a slice of work is over. */
function idleSlices(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE) return;
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
    began = performance.now();
  };
}
