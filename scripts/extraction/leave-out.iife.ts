/**
 * Reads a page once with all passes and once without each. Injected by the command that says what each pass is worth; it
 * is no part of the extension.
 */
import { extractArticle } from '../../src/extraction/extract-article.ts';
import { BODY_PASSES, CLEANING_PASSES, PAGE_PASSES } from '../../src/extraction/extraction-passes.ts';

/** What a reading gave: its text, or the code of its error. */
export interface Variant {
  text: string;
  title: string;
  error: string | null;
}

const LISTS: unknown[][] = [PAGE_PASSES, CLEANING_PASSES, BODY_PASSES].map((list) => list as unknown[]);

Object.assign(globalThis, {
  rectoVariants: {
    /** The whole extraction first, then without each pass, in the order in which they run. */
    async read({ now }: { now: number }): Promise<Variant[]> {
      const variants = [await extract(now)];
      for (const list of LISTS) {
        for (let index = 0; index < list.length; index++) {
          const [left] = list.splice(index, 1);
          variants.push(await extract(now));
          list.splice(index, 0, left);
        }
      }
      return variants;
    },
  },
});

async function extract(now: number): Promise<Variant> {
  try {
    const { text, title } = await extractArticle(document, { url: location.href, now: new Date(now) });
    return { text, title, error: null };
  } catch (thrown) {
    return { text: '', title: '', error: String(thrown) };
  }
}
