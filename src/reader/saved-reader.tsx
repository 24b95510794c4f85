import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import type { Article } from '../model/article.ts';
import type { CopyFacts } from '../model/article-copy.ts';
import { asRectoError } from '../model/as-recto-error.ts';
import type { Library } from '../model/library.ts';
import { listPictures } from '../model/list-pictures.ts';
import { type PictureReceipt, receiptOf, type SavedPicture } from '../model/picture.ts';
import type { RectoError } from '../model/recto-error.ts';
import type { Place, SavedMetadata } from '../model/saved-article.ts';
import type { Words } from '../model/words.ts';
import { PART_SCRIPTS } from '../platform/injected-scripts.ts';
import { readFont } from '../platform/read-font.ts';
import { sanitiseArticle } from '../sanitising/sanitise-article.ts';
import { sanitiseInTurns } from '../sanitising/sanitise-in-turns.ts';
import type { HighlightTools } from '../ui/highlights/highlight-tools.ts';
import { useArticleHighlights } from '../ui/highlights/use-article-highlights.ts';
import { listenCopy } from '../ui/listen-copy.ts';
import { listenKeys } from '../ui/listen-keys.ts';
import { NoticeLine } from '../ui/notice-line.tsx';
import { importParts } from '../ui/parts/import-part.ts';
import { errorMessage } from '../ui/reader/error-message.ts';
import { partLongText } from '../ui/reader/part-long-text.ts';
import { fillFrames, type PictureFrames, placePictures, type ShownPicture } from '../ui/reader/place-pictures.ts';
import { Reader } from '../ui/reader/reader.tsx';
import type { ControlsPlace, ReaderPreferences, ReaderSurfaceParts } from '../ui/reader/reader-surface.ts';
import { useHiddenBlocks } from '../ui/reader/use-hidden-blocks.ts';
import { ReceiptLine } from '../ui/receipt-line.tsx';
import { CopiesNote, nameCopy } from './copies-note.tsx';
import { useCopies } from './use-copies.ts';
import { useHighlightInAddress } from './use-highlight-in-address.ts';
import { useShownPictures } from './use-shown-pictures.ts';

const LOAD_PART = importParts(PART_SCRIPTS);

export interface SavedReaderProps {
  library: Library;
  words: Words;
  metadata: SavedMetadata;
  article: Article;
  pictures: readonly SavedPicture[];
  preferences: ReaderPreferences;
  toggleKey: string | null;
  openList(): Promise<unknown>;
}

/** An article from the list: it can be put away, and nothing of it is fetched. */
export function SavedReader(props: SavedReaderProps) {
  const { library, words, metadata, article, preferences, toggleKey, openList } = props;
  const { t } = words;
  const { id, place } = metadata;
  const shown = useShownPictures(props.pictures);
  const attemptKeeping = (urls?: string[]) => attempt(library.keepPictures(id, urls));
  const frames: PictureFrames = {
    look: (url) => shown.get(url),
    fallback: t('readerPictureMissing'),
    notKept: t('pictureNotKept'),
    waiting: t('pictureWaiting'),
    keepIt: t('pictureKeepIt'),
    onKeep: (url) => attemptKeeping([url]),
  };
  const latest = useRef(frames);
  latest.current = frames;
  const body = useRef<HTMLElement | null>(null);
  const parts = useMemo(() => savedParts(words, latest), [words]);
  const leadImage = article.leadImage && keptAddress(article.leadImage, shown);
  const offline = useMemo(() => ({ ...article, leadImage }), [article, leadImage]);
  useLayoutEffect(() => {
    if (body.current) fillFrames(body.current, frames);
  }, [shown]);
  const receipt = useMemo(() => receiptOfText(article, props.pictures), [article, props.pictures]);
  const partlyKept = receipt.kept < receipt.total;
  const [moved, setMoved] = useState<Place | null>(null);
  const [error, setError] = useState<RectoError | null>(null);
  const [start] = useState(metadata.position);
  const copies = useCopies(library, id, metadata.updatedAt);
  const [dropping, setDropping] = useState(false);
  const goTo = useHighlightInAddress();
  const own = useArticleHighlights(library, id, (thrown) => setError(asRectoError(thrown)));
  const hiding = useHiddenBlocks(library, metadata, (thrown) => setError(asRectoError(thrown)));
  const tools: HighlightTools = {
    highlights: own.highlights,
    add: (draft) =>
      own.add(id, draft).catch((thrown) => {
        setError(asRectoError(thrown));
        return null;
      }),
    recolour: own.recolour,
    remove: own.remove,
    openNote: null,
    writeNote: own.writeNote,
    showBar: preferences.settings.highlightBar,
    goTo,
  };

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
      article={copies.shown?.article ?? offline}
      preferences={preferences}
      save={null}
      actions={{
        ...(place === 'list' ? { archive: () => move('archive') } : {}),
        ...(place === 'deleted' ? {} : { delete: () => move('deleted') }),
        ...(moved && moved !== 'list' ? { undo } : {}),
        original: () => attempt(send('tab.open-link', { id })),
        list: () => attempt(openList()),
      }}
      toggleKey={toggleKey}
      start={start}
      onPlace={(position) => void library.keepPosition(id, position).catch(() => undefined)}
      notice={notice()}
      onBody={(stands) => {
        body.current = stands;
      }}
      highlights={copies.shown ? null : tools}
      hiding={copies.shown ? null : hiding}
      endNote={
        <>
          {metadata.fetched && <p>{t('readerFetchedOn', words.day(metadata.fetched.at))}</p>}
          {partlyKept && <ReceiptLine receipt={receipt} words={words} onKeepRest={() => attemptKeeping()} />}
          <CopiesNote copies={copies.list} words={words} onShow={(facts) => attempt(copies.show(facts))} />
        </>
      }
    />
  );

  function copyNotice(facts: CopyFacts) {
    if (dropping) {
      const drop = () => attempt(copies.drop(), () => setDropping(false));
      const actions = [
        { label: t('copyDrop'), onPress: drop },
        { label: t('copyKeep'), onPress: () => setDropping(false) },
      ];
      return <NoticeLine key="drop" text={t('copyDropAsk')} actions={actions} />;
    }
    const actions = [
      { label: t('copyBack'), onPress: copies.leave },
      { label: t('copyUse'), onPress: () => attempt(copies.use()) },
      { label: t('copyDrop'), onPress: () => setDropping(true) },
    ];
    return <NoticeLine key={`copy ${facts.keptAt}`} text={nameCopy(facts, words)} actions={actions} />;
  }

  function notice() {
    if (error) {
      const { what, next } = errorMessage(error.code, t);
      return <NoticeLine key={error.code} role="alert" text={`${what} ${next}`} />;
    }
    if (copies.shown) return copyNotice(copies.shown.facts);
    if (own.removed) {
      const back = { label: t('readerUndo'), onPress: own.undoRemove };
      return <NoticeLine key={own.removed.id} text={t('highlightRemoved')} actions={[back]} />;
    }
    const actions = [{ label: t('readerUndo'), onPress: undo }];
    if (moved === 'archive') return <NoticeLine key="archive" text={t('popupArchived')} actions={actions} />;
    if (place === 'deleted') return <NoticeLine key="deleted" text={t('popupDeleted')} actions={actions} />;
    return null;
  }
}

const OFFLINE = { network: 'none' } as const;

function savedParts({ t, locale }: Words, frames: RefObject<PictureFrames>): ReaderSurfaceParts {
  const placeKept = (fragment: DocumentFragment) => {
    if (frames.current) placePictures(fragment, frames.current);
    return fragment;
  };
  return {
    surface: 'saved',
    translate: t,
    locale,
    scroller: document.documentElement,
    Controls: TabControls,
    toFragment: (html) => placeKept(sanitiseArticle(html, OFFLINE)),
    toFragmentInTurns: (html) => sanitiseInTurns(html, { ...OFFLINE, onPiece: placeKept }),
    partLongText,
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

/** Of the text in front; pictures of older texts are not counted. */
function receiptOfText(article: Article, pictures: readonly SavedPicture[]): PictureReceipt {
  const shown = new Set(listPictures(article));
  return receiptOf(pictures.filter(({ url }) => shown.has(url)));
}

const keptAddress = (url: string, shown: Map<string, ShownPicture>): string | null =>
  url.startsWith('data:') ? url : (shown.get(url)?.address ?? null);
