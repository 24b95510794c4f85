import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import type { Article } from '../model/article.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { isolateName } from '../model/text/isolate-name.ts';
import { shorten } from '../model/text/shorten.ts';
import { withoutNoteMarks } from '../model/text/without-note-marks.ts';
import { useWords } from '../ui/list/words-context.ts';
import { type NoticeAction, NoticeLine } from '../ui/notice-line.tsx';
import { errorMessage } from '../ui/reader/reader-message.tsx';
import type { Subject } from './use-page-work.ts';

/** Longest title shown, in characters. */
const LONGEST_TITLE = 80;

interface ErrorLineProps {
  error: RectoError;
  article: Article | null;
  /** The page before the one that is shown, where it failed with that. */
  before?: Subject | null;
  onDismiss(): void;
  /** Called with the failure of an action that was offered here. */
  onFail(thrown: unknown): void;
}

/**
 * A failed save or look-up. The article stays, and its text can be copied. If room is lacking, the line says how much
 * Recto takes and leads to where that can be exported and deleted.
 */
export function ErrorLine({ error, article, before = null, onDismiss, onFail }: ErrorLineProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const isFull = error.code === 'quota';
  const taken = useTaken(isFull);
  const actions: NoticeAction[] = [{ label: t('listClose'), onPress: onDismiss }];
  if (article) {
    const text = `${article.title}\n\n${withoutNoteMarks(article).text}\n\n${article.url}`;
    const refused = (thrown: unknown) => onFail(new RectoError('copy-refused', String(thrown)));
    const copy = () => void navigator.clipboard.writeText(text).catch(refused);
    actions.unshift({ label: t('popupCopyText'), onPress: copy });
  }
  if (isFull) {
    const open = () => void send('tab.open-list', { makeRoom: true }).then(() => window.close(), onFail);
    actions.unshift({ label: t('makeRoom'), onPress: open });
  }
  const { what, next } = errorMessage(error.code, t);
  const size = taken === null ? '' : t('roomTaken', words.bytes(taken));
  const title = before?.article?.title || before?.title;
  // A failure that says that the page went on is about the new page as well.
  const whose =
    title && error.code !== 'page-moved'
      ? t('popupPageBefore', isolateName(shorten(title, LONGEST_TITLE), words.dir))
      : '';
  return <NoticeLine role="alert" text={words.sentences(whose, what, size, next)} actions={actions} />;
}

/** The bytes that the browser counts for Recto; null when it does not say, or is not asked. */
function useTaken(wanted: boolean): number | null {
  const [taken, setTaken] = useState<number | null>(null);
  useEffect(() => {
    if (wanted)
      void navigator.storage.estimate().then(
        ({ usage }) => setTaken(usage ?? null),
        () => undefined,
      );
  }, [wanted]);
  return taken;
}
