import { sendFromPage } from '../messaging/send-from-page.ts';
import { asRectoError } from '../model/as-recto-error.ts';
import type { ErrorCode } from '../model/error-code.ts';
import { errorNextStep, errorSentence, translate as t } from '../platform/translate.ts';
import type { NoticeAction, NoticeContent } from './notice-card.ts';

/** What the notice says of what failed. */
export interface FailureNotice {
  show(code: ErrorCode, actions?: NoticeAction[]): void;
  /** Takes what kept a save from being done; for want of room `again` is offered: what was read is still here. */
  unsaved(again: () => void): (thrown: unknown) => void;
}

/** Making room takes its time; the article waits in the page meanwhile. */
const LONG_MS = 10 * 60_000;

/** Speaks through `show`. */
export function failureNotice(show: (content: NoticeContent) => void): FailureNotice {
  /** Leads to where the size of the list is shown, and made less; `code` says why it could not, or what made it needed. */
  function showFull(code: ErrorCode, actions: NoticeAction[]): void {
    const fail = (thrown: unknown) => showFull(asRectoError(thrown).code, actions);
    const run = () => void sendFromPage('tab.open-list', { makeRoom: true }).catch(fail);
    const room = { label: t('makeRoom'), run };
    show({ said: errorSentence(code), about: errorNextStep(code), actions: [room, ...actions], stays: LONG_MS });
  }
  function showFailure(code: ErrorCode, actions: NoticeAction[] = []): void {
    if (code === 'quota') showFull(code, actions);
    else show({ said: errorSentence(code), about: errorNextStep(code), actions });
  }
  return {
    show: showFailure,
    unsaved: (again) => (thrown) => {
      const { code } = asRectoError(thrown);
      showFailure(code, code === 'quota' ? [{ label: t('listTryAgain'), run: again }] : []);
    },
  };
}
