import type { JSX } from 'preact';
import type { Article } from '../model/article.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import { isolateName } from '../model/text/isolate-name.ts';
import { useWords } from '../ui/list/words-context.ts';
import { type NoticeAction, NoticeLine } from '../ui/notice-line.tsx';
import { ReceiptLine } from '../ui/receipt-line.tsx';
import { ErrorLine } from './error-line.tsx';
import type { SavedPage } from './use-saved-page.ts';

interface PageNoticeProps {
  saved: SavedPage;
  article: Article | null;
  /** The kept copy has another text than the page. */
  changed: boolean;
  /** What "Save link" would keep. */
  link: { url: string; title: string } | null;
  /** Text so large that full view has more room. */
  suggestFullView: boolean;
  /** Why the last thing that leads out of the popup did not. */
  failure: RectoError | null;
  onOpenSaved(id: string): void;
  onTags(): void;
  onFullView(): void;
  onDismiss(): void;
  onFail(thrown: unknown): void;
}

/** What has to be said about the page: one line at a time, the most pressing first. */
export function PageNotice(props: PageNoticeProps): JSX.Element | null {
  const words = useWords();
  const { t } = words;
  const { saved: page, article, link } = props;
  const kept = page.kept ?? null;
  const openSaved = { label: t('popupOpenSaved'), onPress: () => kept && props.onOpenSaved(kept.id) };

  const error = props.failure ?? page.error;
  if (error) {
    const before = props.failure ? null : page.failedBefore;
    const about = before ? before.article : article;
    return <ErrorLine {...{ error, before }} article={about} onDismiss={props.onDismiss} onFail={props.onFail} />;
  }
  if (page.asking) {
    const yes = () => {
      if (page.asking === 'article' && article) page.saveArticle(article, true);
      else if (page.asking === 'update' && article) page.updateCopy(article, true);
      else if (link) page.saveLink(link, true);
    };
    const actions = [
      { label: t('popupKeep'), onPress: yes },
      { label: t('popupNotNow'), onPress: page.dismiss },
    ];
    return <NoticeLine text={t('popupAskPrivate')} actions={actions} />;
  }
  if (page.done) return <DoneLine page={page} done={page.done} openSaved={openSaved} onTags={props.onTags} />;
  if (props.changed && kept && article) {
    const update = { label: t('popupUpdateCopy'), onPress: () => page.updateCopy(article) };
    const text = kept.contentHash ? t('popupChangedSince', words.since(kept.updatedAt)) : t('popupTextLost');
    return <NoticeLine text={text} actions={[update, openSaved]} />;
  }
  if (props.suggestFullView) {
    const full = { label: t('popupFullView'), onPress: props.onFullView };
    return <NoticeLine text={t('popupLargeText')} actions={[full]} />;
  }
  return null;
}

interface DoneLineProps {
  page: SavedPage;
  done: NonNullable<SavedPage['done']>;
  openSaved: NoticeAction;
  onTags(): void;
}

/** What was just done, with the way back. */
function DoneLine({ page, done, openSaved, onTags }: DoneLineProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const undo = { label: t('readerUndo'), onPress: page.undo };
  const onSaved = [{ label: t('listTags'), onPress: onTags }, undo];
  if (done === 'saved' && page.receipt && page.receipt.total > 0)
    return <ReceiptLine receipt={page.receipt} words={words} onKeepRest={page.keepRest} actions={onSaved} />;
  if (done === 'saved')
    return <NoticeLine text={t(page.kept?.kind === 'link' ? 'popupLinkSaved' : 'popupJustSaved')} actions={onSaved} />;
  if (done === 'tagged') {
    const text = words.count('listTagged', 1, isolateName(page.kept?.title ?? '', words.dir));
    return <NoticeLine text={text} actions={[undo]} />;
  }
  if (done === 'deleted') return <NoticeLine text={t('popupDeleted')} actions={[undo]} />;
  if (done === 'archived') return <NoticeLine text={t('popupArchived')} actions={[undo]} />;
  return <NoticeLine text={t(done === 'updated' ? 'popupUpdated' : 'popupAside')} actions={[openSaved]} />;
}
