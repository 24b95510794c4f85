import type { VNode } from 'preact';
import { send } from '../../messaging/send.ts';
import type { Translate } from '../../model/message-key.ts';
import { tellDay } from '../../model/tell-day.ts';
import { type NoticeAction, NoticeLine } from '../../ui/notice-line.tsx';
import { errorMessage } from '../../ui/reader/error-message.ts';
import type { Saving } from '../../ui/reader/use-saving.ts';

interface NoticeFacts {
  translate: Translate;
  locale: string;
  saving: Saving;
  /** The page went to another address since it was read. */
  moved: boolean;
  /** The page keeps covering the reader. */
  fought: boolean;
  /** Another failure, in words. */
  failure: string | null;
  readAgain: () => void;
}

/** The one line below the bar: the most pressing thing there is to say, or null. */
export function overlayNotice({ translate, locale, saving, moved, fought, failure, readAgain }: NoticeFacts) {
  const { error, saved } = saving;
  const action = (label: string, onPress: () => void): NoticeAction => ({ label, onPress });
  const openSaved = saved
    ? [action(translate('popupOpenSaved'), () => void send('tab.open-saved', { id: saved.id }).catch(() => undefined))]
    : [];

  if (moved) return line('moved', translate('overlayMoved'), [action(translate('overlayReadAgain'), readAgain)]);
  if (error?.code === 'needs-consent')
    return line('consent', translate('popupAskPrivate'), [
      action(translate('popupKeep'), () => saving.save(true)),
      action(translate('popupNotNow'), saving.dismissError),
    ]);
  if (error) {
    const { what, next } = errorMessage(error.code, translate);
    return line('error', `${what} ${next}`, [], 'alert');
  }
  if (failure) return line('failure', failure, [], 'alert');
  if (fought && saved) return line('fought', translate('overlayFought'), openSaved);
  if (fought)
    return line('fought', translate('overlayFoughtSave'), [action(translate('readerSave'), () => saving.save())]);
  if (saving.changed && saved)
    return line('changed', translate('popupChangedSince', tellDay(saved.updatedAt, locale)), [
      action(translate('popupUpdateCopy'), saving.update),
      ...openSaved,
    ]);
  return null;
}

function line(key: string, text: string, actions: NoticeAction[], role: 'status' | 'alert' = 'status'): VNode {
  return <NoticeLine key={key} text={text} actions={actions} role={role} />;
}
