import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import type { Article } from '../model/article.ts';
import { asRectoError } from '../model/as-recto-error.ts';
import type { Library } from '../model/library.ts';
import type { RectoError } from '../model/recto-error.ts';
import type { Place, SavedMetadata } from '../model/saved-article.ts';
import type { Words } from '../model/words.ts';
import { PART_SCRIPTS } from '../platform/injected-scripts.ts';
import { readFont } from '../platform/read-font.ts';
import { sanitiseArticle } from '../sanitising/sanitise-article.ts';
import { listenCopy } from '../ui/listen-copy.ts';
import { listenKeys } from '../ui/listen-keys.ts';
import { NoticeLine } from '../ui/notice-line.tsx';
import { importParts } from '../ui/parts/import-part.ts';
import { errorMessage } from '../ui/reader/error-message.ts';
import { framePictures } from '../ui/reader/frame-pictures.ts';
import { Reader } from '../ui/reader/reader.tsx';
import type { ControlsPlace, ReaderPreferences, ReaderSurfaceParts } from '../ui/reader/reader-surface.ts';

const LOAD_PART = importParts(PART_SCRIPTS);

export interface SavedReaderProps {
  library: Library;
  words: Words;
  metadata: SavedMetadata;
  article: Article;
  preferences: ReaderPreferences;
  toggleKey: string | null;
}

/** An article from the list: it can be put away, and nothing of it is fetched. */
export function SavedReader({ library, words, metadata, article, preferences, toggleKey }: SavedReaderProps) {
  const { t } = words;
  const { id, place } = metadata;
  const parts = useMemo(() => savedParts(words), [words]);
  const offline = useMemo(() => ({ ...article, leadImage: keptPicture(article.leadImage) }), [article]);
  const [moved, setMoved] = useState<Place | null>(null);
  const [error, setError] = useState<RectoError | null>(null);
  const [start] = useState(metadata.position);

  const attempt = (work: Promise<unknown>, done?: () => void) => {
    setError(null);
    work.then(done, (thrown) => setError(asRectoError(thrown)));
  };
  const move = (to: Place) => attempt(library.move([id], to), () => setMoved(to));
  const undo = () =>
    attempt(moved === 'archive' ? library.move([id], 'list') : library.restore([id]), () => setMoved(null));

  return (
    <Reader
      parts={parts}
      article={offline}
      preferences={preferences}
      save={null}
      actions={{
        ...(place === 'list' ? { archive: () => move('archive') } : {}),
        ...(place === 'deleted' ? {} : { delete: () => move('deleted') }),
        ...(moved && moved !== 'list' ? { undo } : {}),
        original: () => attempt(send('tab.open-link', { id })),
        list: () => attempt(send('tab.open-list', {})),
      }}
      toggleKey={toggleKey}
      start={start}
      onPlace={(position) => void library.keepPosition(id, position).catch(() => undefined)}
      notice={notice()}
    />
  );

  function notice() {
    if (error) {
      const { what, next } = errorMessage(error.code, t);
      return <NoticeLine key={error.code} role="alert" text={`${what} ${next}`} />;
    }
    const actions = [{ label: t('readerUndo'), onPress: undo }];
    if (moved === 'archive') return <NoticeLine key="archive" text={t('popupArchived')} actions={actions} />;
    if (place === 'deleted') return <NoticeLine key="deleted" text={t('popupDeleted')} actions={actions} />;
    return null;
  }
}

function savedParts({ t, locale }: Words): ReaderSurfaceParts {
  return {
    surface: 'saved',
    translate: t,
    locale,
    scroller: document.documentElement,
    Controls: TabControls,
    toFragment: (html) => {
      const fragment = sanitiseArticle(html, { network: 'none' });
      framePictures(fragment, t('readerPictureMissing'));
      return fragment;
    },
    loadPart: LOAD_PART,
    readFont,
    listenCopy,
    listenKeys,
  };
}

/** In Recto's own page nothing needs to be hidden from scripts. */
function TabControls({ place, children }: { place: ControlsPlace; children: ComponentChildren }) {
  return <div class={`tab-${place}`}>{children}</div>;
}

const keptPicture = (address: string | null): string | null =>
  address && /^(data|blob):/.test(address) ? address : null;
