import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../model/article.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { holdsMore } from '../platform/holds-more.ts';
import { useWords } from '../ui/list/words-context.ts';
import { ErrorLine } from './error-line.tsx';
import { PageNotice } from './page-notice.tsx';
import type { Panel } from './popup-bar.tsx';
import type { SavedPage } from './use-saved-page.ts';
import type { WaysOut } from './use-ways-out.ts';

/** From this text size on, in percent, the popup is too small for a line of a sensible length. */
const LARGE_TEXT = 200;

interface NoticeRegionProps {
  tab: TabInfo;
  panel: Panel;
  article: Article | null;
  link: { url: string; title: string } | null;
  saved: SavedPage;
  textSize: number;
  out: WaysOut;
  failure: RectoError | null;
  onFail(thrown: unknown): void;
  onDismissFailure(): void;
  onTags(): void;
}

/**
 * The notices are at the bottom, below the text: they appear late and must not move what is about to be pressed. For
 * Tab and for screen readers they come right after the bar.
 */
export function NoticeRegion(props: NoticeRegionProps): JSX.Element {
  const { tab, panel, article, saved, out, failure, onFail, onDismissFailure } = props;
  const changed = useChanged(tab.id, article, saved.kept ?? null);
  const { t } = useWords();
  // A person who went to the list while the page was being saved is told there that it was not: they may close the
  // popup from there.
  const error = failure ?? saved.error;
  const before = failure ? null : saved.failedBefore;
  const about = failure ? null : before ? before.article : article;
  const dismiss = () => {
    onDismissFailure();
    saved.dismiss();
  };
  return (
    <div class="ui popup-notices" role="status">
      {saved.undone && <p class="visually-hidden">{t('readerUndone')}</p>}
      {panel === 'list' && error && (
        <ErrorLine {...{ error, before, onFail }} article={about} onDismiss={failure ? onDismissFailure : dismiss} />
      )}
      {panel === 'page' && (
        <PageNotice
          {...{ saved, article, changed, link: props.link, failure, onFail }}
          suggestFullView={props.textSize >= LARGE_TEXT && article !== null && !out.overlayOpen}
          onOpenSaved={out.toSaved}
          onTags={props.onTags}
          onFullView={out.toFullView}
          onDismiss={dismiss}
        />
      )}
    </div>
  );
}

/**
 * Whether the text of the kept copy differs from that of the page. Only true once that is certain, because the person
 * may have saved more than is read of the page at first. A copy whose text is lost always differs.
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
