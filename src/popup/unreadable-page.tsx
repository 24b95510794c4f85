import type { JSX } from 'preact';
import { type ErrorCode, PICKABLE_FAILURES } from '../model/error-code.ts';
import { errorKeys } from '../model/error-keys.ts';
import { useWords } from '../ui/list/words-context.ts';
import { type NoticeAction, NoticeLine } from '../ui/notice-line.tsx';
import type { SavedPage } from './use-saved-page.ts';

/** Pages where trying again, or showing what there is, can help. */
const SHOW_ANYWAY: readonly ErrorCode[] = ['not-an-article', 'too-large'];
const TRY_AGAIN: readonly ErrorCode[] = [
  'checking-browser',
  'empty',
  'timeout',
  'unreadable',
  'page-moved',
  'no-answer',
  'unexpected',
];

interface UnreadablePageProps {
  code: ErrorCode;
  link: { url: string; title: string } | null;
  saved: SavedPage;
  onShowAnyway(): void;
  onTryAgain(): void;
  onPick(): void;
}

/** Why there is no article here, and what to do next. The list follows below. */
export function UnreadablePage(props: UnreadablePageProps): JSX.Element {
  const { code, link, saved, onShowAnyway, onTryAgain, onPick } = props;
  const words = useWords();
  const { t } = words;
  const keys = errorKeys(code);
  const actions: NoticeAction[] = [];
  if (SHOW_ANYWAY.includes(code)) actions.push({ label: t('popupShowAnyway'), onPress: onShowAnyway });
  if (TRY_AGAIN.includes(code)) actions.push({ label: t('listTryAgain'), onPress: onTryAgain });
  if (PICKABLE_FAILURES.includes(code)) actions.push({ label: t('readerPick'), onPress: onPick });
  if (link && saved.saved === null) {
    actions.push({ label: t('popupSaveLink'), onPress: () => saved.saveLink(link) });
  }
  // One line is enough where the actions say the next step themselves.
  const next = code === 'not-an-article' ? '' : t(keys.next);
  return <NoticeLine text={words.sentences(t(keys.what), next)} actions={actions} />;
}
