import { useState } from 'preact/hooks';
import { asRectoError } from '../model/as-recto-error.ts';
import type { ErrorCode } from '../model/error-code.ts';
import type { Words } from '../model/words.ts';
import { NoticeLine } from '../ui/notice-line.tsx';
import { errorMessage } from '../ui/reader/error-message.ts';
import { ReaderMessage } from '../ui/reader/reader-message.tsx';

interface MissingArticleProps {
  words: Words;
  what: string;
  next: string;
  /** Opens the page on the web; null where none is known. */
  openPage: (() => Promise<unknown>) | null;
  openList(): Promise<unknown>;
}

/** What stands in place of a saved article that has no text or cannot be shown: why, and the ways on. Says when one of them fails. */
export function MissingArticle({ words, what, next, openPage, openList }: MissingArticleProps) {
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const attempt = (work: () => Promise<unknown>) => () => {
    setFailure(null);
    work().catch((thrown) => setFailure(asRectoError(thrown).code));
  };
  const list = { label: words.t('readerList'), primary: openPage === null, onPress: attempt(openList) };
  const page = openPage && { label: words.t('readerOriginal'), primary: true, onPress: attempt(openPage) };
  return (
    <ReaderMessage what={what} next={next} actions={page ? [page, list] : [list]}>
      {failure && <NoticeLine role="alert" text={errorMessage(failure, words.t).what} />}
    </ReaderMessage>
  );
}
