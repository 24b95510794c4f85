import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import { SITE_SOURCE } from '../messaging/site-source.ts';
import { siteOf } from '../model/address/site.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { ErrorCode } from '../model/errors/error-code.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import type { Library } from '../model/library.ts';
import type { ReaderSettings } from '../model/settings/reader-settings.ts';
import type { Words } from '../model/words.ts';
import { isPrivateWindow } from '../platform/is-private-window.ts';
import { opensInTab } from '../platform/opens-in-tab.ts';
import { SETTINGS_SOURCE } from '../platform/settings-source.ts';
import { NoticeLine } from '../ui/notice-line.tsx';
import { errorMessage, ReaderMessage } from '../ui/reader/reader-message.tsx';
import { useSitePreferences } from '../ui/reader/typography/use-site-preferences.ts';
import { useSettings } from '../ui/use-settings.ts';
import { useTheme } from '../ui/use-theme.ts';
import { focusShownMain } from './focus-shown-main.ts';
import { type EarlyOpening, useSavedArticle } from './open-early.ts';
import { SavedReader } from './saved-reader.tsx';

interface ReaderPageProps {
  library: Library;
  words: Words;
  early: EarlyOpening;
  initialSettings: ReaderSettings;
  toggleKey: string | null;
  openList(): Promise<unknown>;
}

/**
 * A saved article, or why it cannot be shown. It is the page of the reader tab, and replaces the list in the library.
 */
export function ReaderPage({ library, words, early, initialSettings, toggleKey, openList }: ReaderPageProps) {
  const [unkept, setUnkept] = useState<RectoError | null>(null);
  const fail = useCallback((code: ErrorCode) => setUnkept(new RectoError(code)), []);
  const [all, change] = useSettings(initialSettings, SETTINGS_SOURCE, fail);
  const opened = useSavedArticle(library, early);
  const site = opened.kind === 'opened' ? siteOf(opened.saved.metadata.url) : null;
  const preferences = useSitePreferences(
    { settings: all, change, fail },
    isPrivateWindow(null) ? null : site,
    SITE_SOURCE,
    early.site,
  );
  useTheme(preferences.settings, all, preferences.known ? preferences.site : null);
  const title = opened.kind === 'opened' ? opened.saved.metadata.title : 'Recto';
  useEffect(() => {
    document.title = title;
  }, [title]);

  if (!preferences.known) return null;
  if (opened.kind === 'failed') {
    const { code } = opened.error;
    // To try again is of no use when the article does not exist.
    const again = code === 'not-found' ? {} : { onTryAgain: () => location.reload() };
    return <MissingArticle {...{ words, openList }} {...errorMessage(code, words.t)} {...again} openPage={null} />;
  }
  const { metadata, article } = opened.saved;
  if (!article) {
    const notKept = toggleKey ? words.t('listLinkNotKept', toggleKey) : words.t('listLinkNotKeptNoKey');
    const next = metadata.kind === 'article' ? words.t('readerTextLost') : notKept;
    const openPage = opensInTab(metadata.url) ? () => send('tab.open-link', { id: metadata.id }) : null;
    return <MissingArticle {...{ words, openPage, openList, next }} what={metadata.title} />;
  }
  return (
    <SavedReader
      key={metadata.id}
      library={library}
      words={words}
      metadata={metadata}
      article={article}
      preferences={preferences}
      unkept={unkept}
      pictures={opened.pictures}
      toggleKey={toggleKey}
      openList={openList}
    />
  );
}

interface MissingArticleProps {
  words: Words;
  what: string;
  next: string;
  /** Opens the page on the web; null when its address is not known, or cannot be opened. */
  openPage: (() => Promise<unknown>) | null;
  openList(): Promise<unknown>;
  onTryAgain?: () => void;
}

/** The message in place of a saved article without text or one that cannot be shown: why, and what can be done. */
function MissingArticle({ words, what, next, openPage, openList, onTryAgain }: MissingArticleProps) {
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  // Another window may remove an article for good under a control, or a dialog, that has the focus.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) focusShownMain();
  }, []);
  const attempt = (work: () => Promise<unknown>) => () => {
    setFailure(null);
    work().catch((thrown) => setFailure(asRectoError(thrown).code));
  };
  const failed = failure && errorMessage(failure, words.t);
  const isFirst = openPage === null && !onTryAgain;
  const again = onTryAgain && { label: words.t('listTryAgain'), primary: true, onPress: onTryAgain };
  const list = { label: words.t('readerList'), primary: isFirst, onPress: attempt(openList) };
  const page = openPage && { label: words.t('readerOriginal'), primary: true, onPress: attempt(openPage) };
  const actions = [again, page, list].filter((action) => !!action);
  return (
    <ReaderMessage scroller={document.documentElement} what={what} next={next} actions={actions}>
      {failed && <NoticeLine role="alert" text={words.sentences(failed.what, failed.next)} />}
    </ReaderMessage>
  );
}
