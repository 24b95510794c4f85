import type { Article } from '../model/article.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { COMPARISON_SCRIPTS } from './injected-scripts.ts';
import { callInPage, injectFiles } from './run-in-page.ts';

/**
 * Whether a kept copy that differs from the `article` just read from a tab's page is that same page with what the
 * person added when saving it: paragraphs that reading leaves out, or its further pages. False when that cannot be
 * found out.
 */
export async function holdsMore(
  tabId: number,
  kept: Pick<SavedMetadata, 'contentHash' | 'wordCount'>,
  article: Article,
): Promise<boolean> {
  const compare = async () => {
    await injectFiles(tabId, COMPARISON_SCRIPTS);
    const { contentHash, wordCount } = kept;
    return callInPage(tabId, compareInPage, article, { contentHash, wordCount });
  };
  return (await compare().catch(() => false)) === true;
}

/** Runs in the page. */
async function compareInPage(article: Article, kept: { contentHash: string; wordCount: number }): Promise<boolean> {
  const { rectoParts, rectoSanitising } = globalThis;
  if (!rectoParts?.completeness || !rectoSanitising) return false;
  return rectoParts.completeness.holdsMore(document, article, kept, rectoSanitising.toFragment);
}
