import { sendFromPage } from '../messaging/send-from-page.ts';
import type { Article } from '../model/article.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { loadInjectedPart } from './part-scope.ts';
import { requireSanitising } from './sanitising-scope.ts';

/**
 * The kept copy of this page where it has another text than the `article` that was read of it; null where it has the same,
 * or more: what the person had put in when they saved it. Throws where that cannot be found out.
 */
export async function findChanged(article: Article): Promise<SavedMetadata | null> {
  const kept = await sendFromPage('page.saved', {});
  if (kept?.kind !== 'article' || kept.contentHash === article.contentHash) return null;
  // A copy whose text is lost always has another.
  if (kept.contentHash === '') return kept;
  const { holdsMore } = await loadInjectedPart('completeness');
  const isMore = await holdsMore(document, article, kept, requireSanitising().toFragment);
  return isMore ? null : kept;
}
