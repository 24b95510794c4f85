import { pageLibrary } from '../messaging/page-library.ts';
import { sendFromPage } from '../messaging/send-from-page.ts';
import type { Article } from '../model/article.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { createWords } from '../model/words.ts';
import { interfaceLanguage, translate as t } from '../platform/translate.ts';
import type { NoticeCard, NoticeContent } from './notice-card.ts';
import { loadInjectedPart } from './part-scope.ts';
import { requireSanitising } from './sanitising-scope.ts';

/** The notice for a page that was saved before and has another text since. */
interface UpdateNotice {
  /** Compares the `article` that was to be saved with the kept copy, and offers to update the copy if they differ. */
  offer(article: Article, consent: boolean): void;
  /** Call it when anything else is shown: nothing is offered any more. */
  leave(): void;
}

/** `show` shows the outcome, `unsaved` a failure. */
export function updateNotice(
  card: NoticeCard,
  show: (content: NoticeContent) => void,
  unsaved: (again: () => void) => (thrown: unknown) => void,
): UpdateNotice {
  let looking = new AbortController();
  const update = (article: Article, consent: boolean): void => {
    show({ said: t('noticeSaving'), actions: [] });
    void pageLibrary.updateCopy(article, { consent }).then(
      ({ aside }) =>
        show({ said: t(aside ? 'popupAside' : 'popupUpdated'), about: article.title, kept: true, actions: [] }),
      unsaved(() => update(article, consent)),
    );
  };
  const look = async (article: Article, consent: boolean, { signal }: AbortController): Promise<void> => {
    const kept = await findChanged(article);
    if (!kept || signal.aborted) return;
    const since = createWords(t, interfaceLanguage()).since(kept.updatedAt);
    const said = t(kept.contentHash ? 'popupChangedSince' : 'popupTextLost', since);
    const actions = [{ label: t('popupUpdateCopy'), onPress: () => update(article, consent) }];
    card.update({ said, about: article.title, kept: true, actions });
  };
  return {
    offer(article, consent) {
      looking = new AbortController();
      // A failed comparison is not reported: the notice has already said that the page is saved.
      void look(article, consent, looking).catch(() => undefined);
    },
    leave: () => looking.abort(),
  };
}

/**
 * The kept copy of this page if its text differs from the `article` that was read. Null if it is the same, or if the
 * copy has more because the person added to it when saving. Throws when that cannot be found out.
 */
async function findChanged(article: Article): Promise<SavedMetadata | null> {
  const kept = await sendFromPage('page.saved', { url: article.url });
  if (kept?.kind !== 'article' || kept.contentHash === article.contentHash) return null;
  // A copy whose text is lost always has another.
  if (kept.contentHash === '') return kept;
  // Full view brings the sanitiser with it; this notice does without until here.
  if (!globalThis.rectoSanitising) await sendFromPage('page.load-part', { part: 'completeness', withSanitiser: true });
  const { holdsMore } = await loadInjectedPart('completeness');
  const isMore = await holdsMore(document, article, kept, requireSanitising().toFragment);
  return isMore ? null : kept;
}
