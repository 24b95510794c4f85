import { pageLibrary } from '../messaging/page-library.ts';
import { sendFromPage } from '../messaging/send-from-page.ts';
import type { Article } from '../model/article.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import { ERROR_CODES, type ErrorCode } from '../model/errors/error-code.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { readAsPicked } from '../model/extraction-outcome.ts';
import type { RectoSaveNotice } from '../model/recto-save-notice.ts';
import { isCutOff } from '../platform/is-cut-off.ts';
import { readPickedBlock } from '../platform/site-settings.ts';
import { errorNextStep, errorSentence, translate as t } from '../platform/translate.ts';
import type { NoticeAction } from '../ui/notice-line.tsx';
import { askDocument } from './ask-document.ts';
import type { NoticeCard, NoticeContent } from './notice-card.ts';
import { receiptNotice } from './receipt-notice.ts';
import { updateNotice } from './update-notice.ts';

/** Failures after which the person can still keep the text that is there. */
const SAVABLE: ErrorCode[] = ['not-an-article', 'too-large'];

/** What the save command and the menu show in the page. */
export function saveNotice(card: NoticeCard): RectoSaveNotice {
  /** Whether the card is about a link on the page, not about the page itself. */
  let isOfLink = false;
  const followed: { leave(): void }[] = [];
  /**
   * Gives the functions by which the notice speaks about the page, or about links. An answer about one may arrive while
   * the card is about the other.
   */
  const speaker = (ofLink: boolean) => {
    const show = (content: NoticeContent): void => {
      for (const one of followed) one.leave();
      isOfLink = ofLink;
      card.show(content);
    };
    const failures = failureNotice(show);
    const receipts = receiptNotice(card, show, failures.show);
    followed.push(receipts);
    return { show, failures, receipts, ask: question(card, show) };
  };
  const [ofPage, ofLinks] = [speaker(false), speaker(true)];
  const updates = updateNotice(card, ofPage.show, ofPage.failures.unsaved);
  followed.push(updates);

  /** The address that is being saved. Saved a second time it would be found kept, and Undo would be lost. */
  let underWay: string | null = null;

  function savePage(isPrivate: boolean, options: { force?: boolean } = {}): void {
    ofPage.show({ said: t('noticeSaving'), actions: [] });
    const address = location.href;
    if (underWay === address) return;
    underWay = address;
    void readPage(options)
      .then(
        (article) => (isPrivate ? ofPage.ask(article.title, () => void keep(article, true)) : keep(article, false)),
        (error) => showPageFailure(asRectoError(error).code, isPrivate),
      )
      .finally(() => {
        if (underWay === address) underWay = null;
      });
  }
  function keep(article: Article, consent: boolean): Promise<void> {
    return pageLibrary.save(article, { consent }).then(
      (receipt) => {
        ofPage.receipts.show(receipt, t('noticeSaved'), article.title);
        if (receipt.existed) updates.offer(article, consent);
      },
      ofPage.failures.unsaved(() => void keep(article, consent)),
    );
  }
  function keepLink(link: { url: string; title: string }, consent: boolean, told = ofLinks): void {
    void pageLibrary.saveLink(link, { consent }).then(
      (receipt) => told.receipts.show(receipt, t('noticeLinkSaved'), link.title),
      told.failures.unsaved(() => keepLink(link, consent, told)),
    );
  }
  function showPageFailure(code: ErrorCode, isPrivate: boolean): void {
    const anyway = { label: t('noticeSaveAnyway'), onPress: () => savePage(isPrivate, { force: true }) };
    const actions: NoticeAction[] = SAVABLE.includes(code) ? [anyway] : [];
    const page = { url: location.href, title: askDocument(document, 'title') || location.hostname };
    const keepPage = () => keepLink(page, isPrivate, ofPage);
    const saveLink = () => (isPrivate ? ofPage.ask(page.title, keepPage) : keepPage());
    // Full view says the same and has a control of its own that saves the link and knows when it is saved.
    if (!globalThis.rectoOverlay?.isOpen()) actions.push({ label: t('noticeSaveLink'), onPress: saveLink });
    ofPage.failures.show(code, actions);
  }

  return {
    savePage: (isPrivate) => savePage(isPrivate),
    showSavedLink: (receipt, title) => ofLinks.receipts.show(receipt, t('noticeLinkSaved'), title),
    askToSaveLink: (link) => ofLinks.ask(link.title, () => keepLink(link, true)),
    showFailure: (code) => ofLinks.failures.show(ERROR_CODES.find((known) => known === code) ?? 'unexpected'),
    enterReader: () => (isOfLink ? card.comeForward() : card.close()),
  };
}

/** Asks whether something of a private window may be kept, and keeps it on yes. Speaks through `show`. */
function question(card: NoticeCard, show: (content: NoticeContent) => void) {
  return (about: string, onKeep: () => void): void => {
    const onPress = () => {
      // A second press, for example of a double click, would find the page kept, and Undo would be lost.
      show({ said: t('noticeSaving'), about, actions: [] });
      onKeep();
    };
    const actions = [
      { label: t('noticeKeep'), onPress },
      { label: t('noticeNotNow'), onPress: card.close },
    ];
    show({ said: t('noticeAskPrivate'), about, actions });
  };
}

/** The article as the extraction script of this page reads it. Throws its error. */
async function readPage(options: { force?: boolean }): Promise<Article> {
  const extraction = globalThis.rectoExtract;
  if (extraction === undefined) throw new RectoError('unreadable', 'the extraction script is not here');
  const block = await readPickedBlock(location.href);
  const outcome = await readAsPicked((picked) => extraction.read({ ...options, ...picked }), block);
  if (!outcome.ok) throw new RectoError(outcome.error.code, outcome.error.message);
  return outcome.article;
}

/** The notice about something that failed. */
interface FailureNotice {
  show(code: ErrorCode, actions?: NoticeAction[]): void;
  /** Shows why a save failed. If it failed for lack of room, offers `again`, since what was read is still here. */
  unsaved(again: () => void): (thrown: unknown) => void;
}

/** Making room takes time, and the article waits in the page meanwhile. */
const LONG_MS = 10 * 60_000;

/** Speaks through `show`. */
function failureNotice(show: (content: NoticeContent) => void): FailureNotice {
  /** Leads to where the size of the list is shown, and reduced; `code` says what failed. */
  function showFull(code: ErrorCode, actions: NoticeAction[]): void {
    const fail = (thrown: unknown) => showFull(asRectoError(thrown).code, actions);
    const onPress = () => void sendFromPage('tab.open-list', { makeRoom: true }).catch(fail);
    const room = { label: t('makeRoom'), onPress };
    show({ said: errorSentence(code), about: errorNextStep(code), actions: [room, ...actions], stays: LONG_MS });
  }
  function showFailure(code: ErrorCode, actions: NoticeAction[] = []): void {
    if (isCutOff()) show({ said: t('overlayCutOff'), actions: [] });
    else if (code === 'quota') showFull(code, actions);
    else show({ said: errorSentence(code), about: errorNextStep(code), actions });
  }
  return {
    show: showFailure,
    unsaved: (again) => (thrown) => {
      const { code } = asRectoError(thrown);
      showFailure(code, code === 'quota' ? [{ label: t('listTryAgain'), onPress: again }] : []);
    },
  };
}
