import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import type { Article } from '../model/article.ts';
import type { Library } from '../model/library.ts';
import { listPictures } from '../model/list-pictures.ts';
import { type PictureReceipt, receiptOf, type SavedPicture } from '../model/picture.ts';
import type { RectoError } from '../model/recto-error.ts';
import type { Place, SavedMetadata } from '../model/saved-article.ts';
import type { Words } from '../model/words.ts';
import type { HighlightTools } from '../ui/highlights/highlight-tools.ts';
import { useArticleHighlights } from '../ui/highlights/use-article-highlights.ts';
import { fillFrames, type PictureFrames, type ShownPicture } from '../ui/reader/place-pictures.ts';
import { Reader } from '../ui/reader/reader.tsx';
import type { ReaderPreferences } from '../ui/reader/reader-surface.ts';
import { useHiddenBlocks } from '../ui/reader/use-hidden-blocks.ts';
import { ReceiptLine } from '../ui/receipt-line.tsx';
import { CopiesNote } from './copies-note.tsx';
import { keepNotes } from './keep-notes.ts';
import { savedNotice } from './saved-notice.tsx';
import { savedReaderParts } from './saved-reader-parts.tsx';
import { useCopies } from './use-copies.ts';
import { useHighlightInAddress } from './use-highlight-in-address.ts';
import { useSavedActions } from './use-saved-actions.ts';
import { useShownPictures } from './use-shown-pictures.ts';

interface SavedReaderProps {
  library: Library;
  words: Words;
  metadata: SavedMetadata;
  article: Article;
  pictures: readonly SavedPicture[];
  preferences: ReaderPreferences;
  /** A choice of the reader's that could not be kept. */
  unkept: RectoError | null;
  toggleKey: string | null;
  openList(): Promise<unknown>;
}

/** An article from the list: it can be put away, and nothing of it is fetched. */
export function SavedReader(props: SavedReaderProps) {
  const { library, words, metadata, article, preferences, toggleKey, openList } = props;
  const { t } = words;
  const { id } = metadata;
  const [undoneCount, setUndone] = useState(0);
  const undone = () => setUndone((before) => before + 1);
  const doing = useSavedActions(library, metadata, undone);
  const { fail, attempt, move, moved, place } = doing;
  useEffect(() => void (props.unkept && fail(props.unkept)), [props.unkept]);
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
  const parts = useMemo(() => savedReaderParts(words, latest), [words]);
  const leadImage = article.leadImage && keptAddress(article.leadImage, shown);
  const offline = useMemo(() => ({ ...article, leadImage }), [article, leadImage]);
  useLayoutEffect(() => {
    if (body.current) fillFrames(body.current, frames);
  }, [shown]);
  const receipt = useMemo(() => receiptOfText(article, props.pictures), [article, props.pictures]);
  const partlyKept = receipt.kept < receipt.total;
  const [start] = useState(metadata.position);
  const copies = useCopies(library, id, metadata.updatedAt);
  const [dropping, setDropping] = useState(false);
  const goTo = useHighlightInAddress();
  const noting = useMemo(() => keepNotes(library), [library, id]);
  const own = useArticleHighlights(noting, id, fail, undone);
  const hiding = useHiddenBlocks(library, metadata, fail);
  const tools: HighlightTools = {
    highlights: own.highlights,
    add: (draft) =>
      own.add(id, draft).catch((thrown) => {
        fail(thrown);
        return null;
      }),
    recolour: own.recolour,
    remove: own.remove,
    openNote: null,
    writeNote: own.writeNote,
    showBar: preferences.settings.highlightBar,
    letterKeys: preferences.settings.letterKeys,
    goTo,
    fail,
  };

  const moveNow = (to: Place) => {
    own.leaveRemoved();
    move(to);
  };
  const canMoveBack = moved === 'archive' || place === 'deleted';
  // What the line above the article offers.
  const undo = own.removed ? own.undoRemove : canMoveBack ? doing.undoMove : null;
  const notice = savedNotice({ words, doing, copies, highlights: own, dropping, setDropping });

  return (
    <Reader
      parts={parts}
      article={copies.shown?.article ?? offline}
      preferences={preferences}
      save={null}
      actions={{
        ...(place === 'list' ? { archive: () => moveNow('archive') } : {}),
        ...(place === 'deleted' ? {} : { delete: () => moveNow('deleted') }),
        ...(undo ? { undo } : {}),
        original: () => attempt(send('tab.open-link', { id })),
        list: () => attempt(openList()),
      }}
      toggleKey={toggleKey}
      start={start}
      onPlace={(position) => void library.keepPosition(id, position).catch(() => undefined)}
      notice={notice}
      undone={undoneCount}
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
}

/** Of the text in front; pictures of older texts are not counted. */
function receiptOfText(article: Article, pictures: readonly SavedPicture[]): PictureReceipt {
  const shown = new Set(listPictures(article));
  return receiptOf(pictures.filter(({ url }) => shown.has(url)));
}

const keptAddress = (url: string, shown: Map<string, ShownPicture>): string | null =>
  url.startsWith('data:') ? url : (shown.get(url)?.address ?? null);
