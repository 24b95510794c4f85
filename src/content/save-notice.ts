import { remoteLibrary } from '../messaging/remote-library.ts';
import { send } from '../messaging/send.ts';
import type { Article } from '../model/article.ts';
import { asRectoError } from '../model/as-recto-error.ts';
import { ERROR_CODES, type ErrorCode } from '../model/error-code.ts';
import type { SaveReceipt } from '../model/library.ts';
import { readAsPicked } from '../model/read-as-picked.ts';
import { RectoError } from '../model/recto-error.ts';
import type { RectoSaveNotice } from '../model/save-notice-control.ts';
import { errorNextStep, errorSentence } from '../platform/error-words.ts';
import { readPickedBlock } from '../platform/site-settings.ts';
import { interfaceLanguage, translate as t } from '../platform/translate.ts';
import { askDocument } from './ask-document.ts';
import { followReceipt } from './follow-receipt.ts';
import type { NoticeAction, NoticeCard, NoticeContent } from './notice-card.ts';

/** A line that only says that something was taken back needs no more. */
const SHORT_MS = 4000;

/** Making room takes its time; the article waits in the page meanwhile. */
const LONG_MS = 10 * 60_000;

/** Failures after which the text that is there can still be kept, if the person wants it. */
const SAVABLE: ErrorCode[] = ['not-an-article', 'too-large'];

/** What the save command and the menu show in the page. */
export function saveNotice(card: NoticeCard): RectoSaveNotice {
  /** The save whose pictures are told of: each other thing that is shown ends it. */
  let following = new AbortController();
  function show(content: NoticeContent): void {
    following.abort();
    card.show(content);
  }

  function savePage(isPrivate: boolean, options: { force?: boolean } = {}): void {
    show({ said: t('noticeSaving'), actions: [] });
    void readPage(options).then(
      (article) => (isPrivate ? ask(article.title, () => keep(article, true)) : keep(article, false)),
      (error) => showPageFailure(asRectoError(error).code, isPrivate),
    );
  }

  function keep(article: Article, consent: boolean): void {
    void remoteLibrary.save(article, { consent }).then(
      (receipt) => showReceipt(receipt, t('noticeSaved'), article.title),
      showUnsaved(() => keep(article, consent)),
    );
  }

  function ask(about: string, onKeep: () => void): void {
    const actions = [
      { label: t('noticeKeep'), run: onKeep },
      { label: t('noticeNotNow'), run: card.close },
    ];
    show({ said: t('noticeAskPrivate'), about, actions });
  }

  function showReceipt(receipt: SaveReceipt, said: string, about?: string): void {
    const title = about === undefined ? {} : { about };
    if (receipt.existed) {
      show({ said: t('noticeSavedBefore', day(receipt.savedAt)), ...title, kept: true, actions: [] });
      return;
    }
    const undo = { label: t('noticeUndo'), run: () => takeBack(receipt.id) };
    show({ said, ...title, kept: true, actions: [undo] });
    following = new AbortController();
    const onChange = ({ line, partly }: { line: string; partly: boolean }) => {
      const rest = { label: t('receiptKeepRest'), run: () => keepRest(receipt.id) };
      card.update({ said: line, ...title, kept: true, actions: partly ? [rest, undo] : [undo] });
    };
    followReceipt(receipt.id, onChange, following.signal);
  }

  function keepRest(id: string): void {
    void remoteLibrary.keepPictures(id).then(card.close, (error) => showFailure(asRectoError(error).code));
  }

  function takeBack(id: string): void {
    following.abort();
    void remoteLibrary.undoSave(id).then(
      () => show({ said: t('noticeUndone'), actions: [], stays: SHORT_MS }),
      (error) => showFailure(asRectoError(error).code),
    );
  }

  function keepLink(link: { url: string; title: string }, consent: boolean): void {
    void remoteLibrary.saveLink(link, { consent }).then(
      (receipt) => showReceipt(receipt, t('noticeLinkSaved'), link.title),
      showUnsaved(() => keepLink(link, consent)),
    );
  }

  function showPageFailure(code: ErrorCode, isPrivate: boolean): void {
    const actions: NoticeAction[] = SAVABLE.includes(code)
      ? [{ label: t('noticeSaveAnyway'), run: () => savePage(isPrivate, { force: true }) }]
      : [];
    const page = { url: location.href, title: askDocument(document, 'title') || location.hostname };
    const saveLink = () => (isPrivate ? ask(page.title, () => keepLink(page, true)) : keepLink(page, false));
    showFailure(code, [...actions, { label: t('noticeSaveLink'), run: saveLink }]);
  }

  /** For want of room: what was read is still here, to be saved once there is some. */
  const showUnsaved = (again: () => void) => (thrown: unknown) => {
    const { code } = asRectoError(thrown);
    showFailure(code, code === 'quota' ? [{ label: t('listTryAgain'), run: again }] : []);
  };

  function showFailure(code: ErrorCode, actions: NoticeAction[] = []): void {
    if (code === 'quota') showFull(code, actions);
    else show({ said: errorSentence(code), about: errorNextStep(code), actions });
  }

  /** Leads to where the size of the list is shown, and made less; `code` says why it could not, or what made it needed. */
  function showFull(code: ErrorCode, actions: NoticeAction[]): void {
    const fail = (thrown: unknown) => showFull(asRectoError(thrown).code, actions);
    const run = () => void send('tab.open-list', { makeRoom: true }).catch(fail);
    const room = { label: t('makeRoom'), run };
    show({ said: errorSentence(code), about: errorNextStep(code), actions: [room, ...actions], stays: LONG_MS });
  }

  return {
    savePage: (isPrivate) => savePage(isPrivate),
    showSavedLink: (receipt, title) => showReceipt(receipt, t('noticeLinkSaved'), title),
    askToSaveLink: (link) => ask(link.title, () => keepLink(link, true)),
    showFailure: (code) => showFailure(ERROR_CODES.find((known) => known === code) ?? 'unexpected'),
  };
}

/** The article as the extraction script of this page reads it. Throws its error. */
async function readPage(options: { force?: boolean }): Promise<Article> {
  const extraction = globalThis.rectoExtraction;
  if (extraction === undefined) throw new RectoError('unreadable', 'the extraction script is not here');
  const block = await readPickedBlock(location.href);
  const outcome = await readAsPicked((picked) => extraction.read({ ...options, ...picked }), block);
  if (!outcome.ok) throw new RectoError(outcome.error.code, outcome.error.message);
  return outcome.article;
}

const day = (time: number): string =>
  new Intl.DateTimeFormat(interfaceLanguage(), { dateStyle: 'medium' }).format(new Date(time));
