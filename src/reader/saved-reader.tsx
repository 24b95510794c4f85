import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import type { Article } from '../model/article.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import type { Library } from '../model/library.ts';
import type { SavedPicture } from '../model/pictures/picture.ts';
import type { Place, SavedMetadata } from '../model/saved-article.ts';
import type { Words } from '../model/words.ts';
import { opensInTab } from '../platform/opens-in-tab.ts';
import { useHiddenBlocks } from '../ui/reader/hiding/use-hidden-blocks.ts';
import { Reader } from '../ui/reader/reader.tsx';
import type { ReaderPreferences } from '../ui/reader/reader-surface.ts';
import { ReceiptLine } from '../ui/receipt-line.tsx';
import { useStateAbout } from '../ui/use-state-about.ts';
import { savedNotice } from './saved-notice.tsx';
import { savedReaderParts } from './saved-reader-parts.tsx';
import { type Copies, CopiesNote, useCopies } from './use-copies.tsx';
import { useKeptPictures } from './use-kept-pictures.ts';
import { useSamePassage } from './use-same-passage.ts';
import { useSavedActions } from './use-saved-actions.ts';
import { useSavedHighlights } from './use-saved-highlights.ts';
import { useSavedTags } from './use-saved-tags.tsx';

interface SavedReaderProps {
  library: Library;
  words: Words;
  metadata: SavedMetadata;
  article: Article;
  pictures: readonly SavedPicture[];
  preferences: ReaderPreferences;
  /** Why the last change of a setting could not be stored; null when it could. */
  unkept: RectoError | null;
  toggleKey: string | null;
  openList(): Promise<unknown>;
}

/** The reader on a saved article, which can be archived or deleted, and of which nothing is fetched. */
export function SavedReader(props: SavedReaderProps) {
  const { library, words, metadata, article, preferences, toggleKey, openList } = props;
  const { t } = words;
  const { id } = metadata;
  const [undoneCount, setUndone] = useState(0);
  const undone = () => setUndone((before) => before + 1);
  const doing = useSavedActions(library, metadata, undone);
  const { fail, attempt, move, moved, place } = doing;
  useEffect(() => void (props.unkept && fail(props.unkept)), [props.unkept]);
  const attemptKeeping = (urls?: string[]) => attempt(library.keepPictures(id, urls));
  const { frames, offline, receipt, takeBody } = useKeptPictures(article, props.pictures, words, (url) =>
    attemptKeeping([url]),
  );
  const isTagging = useRef(false);
  const parts = useMemo(() => savedReaderParts(words, frames, isTagging), [words]);
  const partlyKept = receipt.kept < receipt.total;
  const [start] = useState(metadata.position);
  const copies = useCopies(library, id);
  const [dropping, setDropping] = useDropping(copies.shown);
  const { own, tools } = useSavedHighlights(library, id, preferences.settings, { fail, undone });
  const hiding = useHiddenBlocks(library, metadata, fail);
  const text = copies.shown?.article ?? offline;
  const onBody = useSamePassage(text, parts.scroller, takeBody);

  const tags = useSavedTags(library, metadata, words, { begin: own.leave, attempt, undone });
  isTagging.current = tags.dialog !== null;

  const moveNow = (to: Place) => {
    own.leave();
    tags.leave();
    move(to);
  };
  const canMoveBack = moved === 'archive' || place === 'deleted';
  // The same Undo that the notice above the article offers.
  const undo = own.undo ?? tags.undo ?? (canMoveBack ? doing.undoMove : null);
  const notice = savedNotice({ words, doing, copies, highlights: own, tags, dropping, setDropping });

  return (
    <>
      <Reader
        parts={parts}
        article={text}
        preferences={preferences}
        save={null}
        actions={{
          ...(place === 'list' ? { archive: () => moveNow('archive') } : {}),
          ...(place === 'deleted' ? {} : { delete: () => moveNow('deleted'), tags: tags.open }),
          ...(undo ? { undo } : {}),
          ...(opensInTab(metadata.url) ? { original: () => attempt(send('tab.open-link', { id })) } : {}),
          list: () => attempt(openList()),
        }}
        toggleKey={toggleKey}
        start={start}
        // A reading position that cannot be stored is not worth an error message.
        onPlace={(position) => void library.keepPosition(id, position).catch(() => undefined)}
        notice={notice}
        undone={undoneCount}
        onBody={onBody}
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
      {tags.dialog}
    </>
  );
}

/** Whether it is asked if the older text that is shown may go for good. Of another text it was not asked. */
const useDropping = (shown: Copies['shown']) => useStateAbout(shown, false);
