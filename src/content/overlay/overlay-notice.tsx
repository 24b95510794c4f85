import type { VNode } from 'preact';
import { sendFromPage } from '../../messaging/send-from-page.ts';
import type { ErrorCode } from '../../model/errors/error-code.ts';
import type { Highlight } from '../../model/highlights/highlight.ts';
import type { MessageKey, Translate } from '../../model/message-key.ts';
import type { PictureReceipt } from '../../model/pictures/picture.ts';
import { createWords, tellSince } from '../../model/words.ts';
import { isCutOff } from '../../platform/is-cut-off.ts';
import { type NoticeAction, NoticeLine } from '../../ui/notice-line.tsx';
import { errorMessage } from '../../ui/reader/reader-message.tsx';
import type { Saving } from '../../ui/reader/use-saving.ts';
import { ReceiptLine } from '../../ui/receipt-line.tsx';
import type { Completeness, Pages, ShowAll } from './use-completeness.ts';
import type { Moves } from './use-overlay-moves.ts';

interface NoticeFacts {
  translate: Translate;
  locale: string;
  saving: Saving;
  /** The page went to another address since it was read. */
  moved: boolean;
  /** The page keeps covering the reader. */
  fought: boolean;
  /** What failed, except saves. */
  problem: ErrorCode | null;
  closeProblem: () => void;
  /** Allows changes to a kept article from a private window, and then makes the change that was asked for. */
  consent: () => void;
  fail: (thrown: unknown) => void;
  readAgain: () => void;
  /** What the page shows beside the article. */
  completeness: Completeness;
  /** What the page keeps behind a button of its own. */
  showAll: ShowAll;
  /** The further pages of the article. */
  pages: Pages;
  /** The highlight that was just removed. */
  removed: Highlight | null;
  undoHighlight: () => void;
  /** Where the article was just moved. */
  movedTo: Moves['movedTo'];
  undoMove: () => void;
  /** What was kept of the pictures of the article that was just saved. */
  receipt: PictureReceipt | null;
  keepRest: () => void;
  closeReceipt: () => void;
}

/** The one line below the bar: the most pressing message, or null. */
export function overlayNotice(facts: NoticeFacts) {
  const { translate, locale, saving, moved, fought, fail, readAgain, receipt, keepRest, problem } = facts;
  const { error, saved } = saving;
  const openSaved = saved
    ? [action(translate('popupOpenSaved'), () => void sendFromPage('tab.open-saved', { id: saved.id }).catch(fail))]
    : [];
  /** The last failure; an earlier failed save is shown once that is closed. */
  const code = problem ?? error?.code;
  const close = problem ? facts.closeProblem : saving.dismissError;

  if (moved) return line('moved', translate('overlayMoved'), [action(translate('overlayReadAgain'), readAgain)]);
  if (code === 'needs-consent')
    return line('consent', translate('popupAskPrivate'), [
      action(translate('popupKeep'), () => (problem ? facts.consent() : saving.save(true))),
      action(translate('popupNotNow'), close),
    ]);
  if (code) return errorNotice(facts, code, action(translate('listClose'), close));
  if (fought)
    return line(
      'fought',
      translate(saved ? 'overlayFought' : 'overlayFoughtSave'),
      saved ? openSaved : [action(translate('readerSave'), () => saving.save())],
    );
  const undoable = undoNotice(facts);
  if (undoable) return undoable;
  if (receipt?.total)
    return (
      <ReceiptLine
        key="receipt"
        receipt={receipt}
        words={createWords(translate, locale)}
        onKeepRest={keepRest}
        actions={[action(translate('listClose'), facts.closeReceipt)]}
      />
    );
  if (saving.aside)
    return line('aside', translate('popupAside'), [...openSaved, action(translate('listClose'), saving.closeAside)]);
  const missing = partialNotice(facts) ?? pagesNotice(facts.pages) ?? missingNotice(facts);
  if (missing) return missing;
  if (saving.changed && saved && facts.completeness.isKnown && !isKeptWithPages(facts))
    return line(
      'changed',
      translate(saved.contentHash ? 'popupChangedSince' : 'popupTextLost', tellSince(saved.updatedAt, locale)),
      [action(translate('popupUpdateCopy'), saving.update), ...openSaved],
    );
  return null;
}

const action = (label: string, onPress: () => void): NoticeAction => ({ label, onPress });

/** What failed, and what can be done about it. */
function errorNotice({ translate, fail }: NoticeFacts, code: ErrorCode, close: NoticeAction) {
  if (isCutOff()) return line('error', translate('overlayCutOff'), [close], 'alert');
  const { what, next } = errorMessage(code, translate);
  const makeRoom = () => void sendFromPage('tab.open-list', { makeRoom: true }).catch(fail);
  const room = code === 'quota' ? [action(translate('makeRoom'), makeRoom)] : [];
  return line('error', `${what} ${next}`, [...room, close], 'alert');
}

function line(key: string, text: string, actions: NoticeAction[], role?: 'alert'): VNode {
  return <NoticeLine key={key} text={text} actions={actions} role={role} />;
}

/** What was done last and can be taken back. */
function undoNotice({ translate, removed, undoHighlight, movedTo, undoMove }: NoticeFacts): VNode | null {
  const done = (key: string, text: MessageKey, undo: () => void) =>
    line(key, translate(text), [action(translate('readerUndo'), undo)]);
  if (removed) return done('highlight', 'highlightRemoved', undoHighlight);
  return movedTo && done(movedTo, movedTo === 'archive' ? 'popupArchived' : 'popupDeleted', undoMove);
}

/** Says that the page keeps the rest behind a button of its own, and what came of pressing that. */
function partialNotice({ translate, showAll: { step, press, dismiss } }: NoticeFacts): VNode | null {
  if (step === 'waiting') return line(step, translate('readerShowAllWaits'), []);
  if (step === 'nothing')
    return line(step, translate('readerShowAllNothing'), [action(translate('listClose'), dismiss)]);
  if (step === null) return null;
  return line(step, translate('readerPartial'), [
    action(translate('readerShowAll'), press),
    action(translate('popupNotNow'), dismiss),
  ]);
}

/** Says that the article has further pages, that they are being read, and what came of it. */
function pagesNotice({ notice }: Pages): VNode | null {
  return notice && line('pages', notice.text, notice.actions);
}

/**
 * The kept copy is longer than the first page, so it has the further pages; and as far as is known it has not changed.
 */
function isKeptWithPages({ saving: { saved }, completeness: { offerPages, article } }: NoticeFacts): boolean {
  return offerPages !== null && !!saved && saved.wordCount > article.wordCount;
}

/**
 * Says that the article lacks paragraphs of the page, or that these are shown now; else that the page withholds the
 * rest.
 */
function missingNotice({ translate, locale, completeness }: NoticeFacts): VNode | null {
  const { missing, isWithheld, isShown, arriveAt, show, takeBack, dismiss } = completeness;
  const close = action(translate('listClose'), dismiss);
  if (!missing || (isShown && arriveAt === null))
    return isWithheld ? line('withheld', translate('readerWithheld'), [close]) : null;
  const { count } = createWords(translate, locale);
  if (isShown)
    return line('shown', count('readerMissingShown', missing.count), [
      action(translate('readerUndo'), takeBack),
      close,
    ]);
  return line('missing', count('readerMissing', missing.count), [
    action(count('readerMissingShow', missing.count), show),
    action(translate('popupNotNow'), dismiss),
  ]);
}
