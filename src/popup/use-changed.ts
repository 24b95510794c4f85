import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../model/article.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { holdsMore } from '../platform/holds-more.ts';

/**
 * Whether the kept copy has another text than the page, which is not said before it is sure: the person may have saved more
 * than is read of the page at first. A copy whose text is lost always has.
 */
export function useChanged(
  tabId: number,
  article: Article | null,
  kept: Pick<SavedMetadata, 'kind' | 'contentHash' | 'wordCount'> | null,
): boolean {
  const differs = article !== null && kept?.kind === 'article' && kept.contentHash !== article.contentHash;
  const [surely, setSurely] = useState<{ article: Article; hash: string } | null>(null);
  const hash = kept?.contentHash ?? '';
  useEffect(() => {
    if (!differs || hash === '') return;
    let ended = false;
    void holdsMore(tabId, kept, article).then((more) => ended || more || setSurely({ article, hash }));
    return () => {
      ended = true;
    };
  }, [differs, article, hash]);
  return differs && (hash === '' || (surely?.article === article && surely.hash === hash));
}
