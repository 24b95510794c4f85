/**
 * Reads a page once with all passes and once without each. Injected by the command that says what each pass is worth; it
 * is no part of the extension.
 */
import { extractArticle } from '../../src/extraction/extract-article.ts';
import { BODY_PASSES, CLEANING_PASSES, PAGE_PASSES } from '../../src/extraction/extraction-passes.ts';
import { THREAD_PLATFORMS } from '../../src/extraction/platforms/thread-platforms.ts';
import type { Article } from '../../src/model/article.ts';

/** What a reading gave; null when it was refused. */
export type Variant = Article | null;

const PASSES: unknown[][] = [PAGE_PASSES, CLEANING_PASSES, BODY_PASSES].map((list) => list as unknown[]);

Object.assign(globalThis, {
  rectoVariants: {
    /** The whole extraction first, then without each pass in the order in which they run, then without each platform. */
    async read({ now }: { now: number }): Promise<Variant[]> {
      const whole = await extract(now);
      const variants = [whole];
      for (const list of PASSES)
        for (let index = 0; index < list.length; index++) variants.push(await extractWithout(list, index, now));
      const hidden = [...document.querySelectorAll('noscript')].map(({ textContent }) => textContent).join('');
      const unscripted = new DOMParser().parseFromString(hidden, 'text/html');
      for (const [index, { post }] of THREAD_PLATFORMS.entries()) {
        const isConcerned = [document, unscripted].some((page) => page.querySelector(post) !== null);
        variants.push(isConcerned ? await extractWithout(THREAD_PLATFORMS as unknown[], index, now) : whole);
      }
      return variants;
    },
  },
});

async function extractWithout(list: unknown[], index: number, now: number): Promise<Variant> {
  const [left] = list.splice(index, 1);
  const variant = await extract(now);
  list.splice(index, 0, left);
  return variant;
}

const extract = (now: number): Promise<Variant> =>
  extractArticle(document, { url: location.href, now: new Date(now) }).catch(() => null);
