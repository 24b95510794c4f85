import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Article } from '../model/article.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import type { Translate } from '../model/message-key.ts';
import { PART_SCRIPTS } from '../platform/injected-scripts.ts';
import { readFont } from '../platform/read-font.ts';
import { sanitiseArticle } from '../sanitising/sanitise-article.ts';
import { useWords } from '../ui/list/words-context.ts';
import { listenCopy, listenKeys } from '../ui/listen-keys.ts';
import { importParts } from '../ui/parts/load-part.ts';
import { Reader } from '../ui/reader/reader.tsx';
import { errorMessage, ReaderMessage } from '../ui/reader/reader-message.tsx';
import type { ReaderPreferences, ReaderSurfaceParts } from '../ui/reader/reader-surface.ts';
import { readDemoArticle } from './read-demo-article.ts';

const LOAD_PART = importParts(PART_SCRIPTS);

interface TryItProps {
  preferences: ReaderPreferences;
  toggleKey: string | null;
  onClose(): void;
}

/** The parts of the reader over the welcome page. The demo article is short and is drawn at once. */
const tryItParts = (translate: Translate, locale: string, scroller: HTMLElement): ReaderSurfaceParts => ({
  surface: 'overlay',
  translate,
  locale,
  scroller,
  Controls: ({ children }: { children: ComponentChildren }) => <>{children}</>,
  toFragment: sanitiseArticle,
  toFragmentInTurns: () => null,
  partLongText: () => undefined,
  loadPart: LOAD_PART,
  readFont,
  listenCopy,
  listenKeys,
});

/** The reader on the demo article, over the welcome page, as the shortcut opens it on any page. */
export function TryIt({ preferences, toggleKey, onClose }: TryItProps): JSX.Element {
  const { t, locale } = useWords();
  const [article, setArticle] = useState<Article | null>(null);
  const [error, setError] = useState<RectoError | null>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);

  // A layout effect, so that the next key that is pressed goes to the reader.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const read = () => {
    setError(null);
    readDemoArticle(locale).then(setArticle, (thrown) => setError(asRectoError(thrown)));
  };
  useEffect(read, [locale]);

  const parts = useMemo(() => scroller && tryItParts(t, locale, scroller), [t, locale, scroller]);
  return (
    <dialog
      ref={dialog}
      class="recto try-it"
      data-theme={preferences.settings.theme}
      aria-label={article?.title ?? t('firstTry')}
      onClose={onClose}
    >
      <div class="try-it-scroller" ref={setScroller}>
        {error && scroller && (
          <ReaderMessage
            scroller={scroller}
            {...errorMessage(error.code, t)}
            actions={[
              { label: t('listTryAgain'), primary: true, onPress: read },
              { label: t('listClose'), onPress: onClose },
            ]}
          />
        )}
        {article && parts && (
          <Reader
            parts={parts}
            article={article}
            preferences={preferences}
            save={null}
            actions={{ close: onClose }}
            toggleKey={toggleKey}
            start={null}
            onPlace={() => undefined}
          />
        )}
      </div>
    </dialog>
  );
}
