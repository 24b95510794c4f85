import { useEffect, useRef, useState } from 'preact/hooks';
import { pageLibrary } from '../../messaging/page-library.ts';
import { send } from '../../messaging/send.ts';
import type { Article } from '../../model/article.ts';
import { asRectoError } from '../../model/as-recto-error.ts';
import type { ErrorCode } from '../../model/error-code.ts';
import type { ReadingPosition } from '../../model/reading-position.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import { Reader } from '../../ui/reader/reader.tsx';
import type { ReaderActions, ReaderPreferences, ReaderSurfaceParts } from '../../ui/reader/reader-surface.ts';
import { type UnkeptHiding, useHiddenBlocks } from '../../ui/reader/use-hidden-blocks.ts';
import { useSaving } from '../../ui/reader/use-saving.ts';
import { useReceipt } from '../../ui/use-receipt.ts';
import { overlayNotice } from './overlay-notice.tsx';
import type { OverlayCommands } from './overlay-session.tsx';
import { useCompleteness, useRememberedChoice } from './use-completeness.ts';
import { useOverlayHighlights } from './use-overlay-highlights.ts';
import { usePages } from './use-pages.ts';
import { useShowAll } from './use-show-all.ts';

interface OverlayArticleProps {
  parts: ReaderSurfaceParts;
  commands: OverlayCommands;
  article: Article;
  preferences: ReaderPreferences;
  /** What was hidden in earlier readings of the page. */
  unkept: UnkeptHiding;
  /** The page went to another address since it was read. */
  moved: boolean;
  /** The page keeps covering the reader. */
  fought: boolean;
  readAgain: () => void;
  /** Lets the article be picked on the page. Throws when it cannot be. */
  pick: () => Promise<void>;
  /** What went wrong with anything but a save; null for nothing. */
  problem: ErrorCode | null;
  setProblem: (problem: ErrorCode | null) => void;
  close: () => void;
}

/** The page is named by the tab that asks, never by what the overlay says. */
const LIBRARY = { ...pageLibrary, find: () => send('page.saved', {}) };

/** Where a page that is not saved was left earlier in this session. */
function useSessionPlace(saved: SavedMetadata | null | undefined): ReadingPosition | null {
  const [place, setPlace] = useState<ReadingPosition | null>(null);
  const wanted = saved === null;
  useEffect(() => {
    if (wanted) void send('page.position', {}).then(setPlace, () => undefined);
  }, [wanted]);
  return place;
}

/** A place that cannot be kept is not worth a message to the person. */
function keepPlace(url: string, saved: SavedMetadata | null | undefined, position: ReadingPosition): void {
  const kept = saved?.kind === 'article' ? send('article.position', { id: saved.id, position }) : null;
  void (kept ?? send('page.keep-position', { url, position })).catch(() => undefined);
}

/** An article over its page: it can be kept, and the kept copy may differ. */
export function OverlayArticle(props: OverlayArticleProps) {
  const { parts, preferences, close } = props;
  const completeness = useCompleteness(props.article, parts);
  const pages = usePages(completeness, parts);
  const { article } = pages;
  const showAll = useShowAll(completeness.isPartial, props.article, parts.loadPart, props.readAgain);
  const [undoneCount, setUndone] = useState(0);
  const undone = () => setUndone((before) => before + 1);
  const saving = useSaving(LIBRARY, article, undone);
  useRememberedChoice(completeness, saving.saved);
  const session = useSessionPlace(saving.saved);
  const clear = () => props.setProblem(null);
  const again = useRef(clear);
  const failWith = (thrown: unknown, retry = clear) => {
    again.current = retry;
    props.setProblem(asRectoError(thrown).code);
  };
  const save = () => {
    clear();
    saving.save();
  };
  useEffect(() => {
    props.commands.save = save;
    return () => {
      props.commands.save = null;
    };
  });
  const kept = saving.saved?.kind === 'article' ? saving.saved : null;
  const isFresh = saving.state.kind === 'saved' && saving.state.fresh;
  const freshId = isFresh ? (kept?.id ?? null) : null;
  const [askedAgain, setAskedAgain] = useState(0);
  /** The save whose pictures nothing more is to be said about. */
  const [told, setTold] = useState<string | null>(null);
  const receipt = useReceipt(LIBRARY.pictureReceipt, freshId, askedAgain);
  const keepRest = () => {
    clear();
    if (freshId) void LIBRARY.keepPictures(freshId).then(() => setAskedAgain(askedAgain + 1), failWith);
  };

  const highlights = useOverlayHighlights(LIBRARY, saving, preferences.settings, {
    begin: clear,
    fail: failWith,
    undone,
  });
  const hiding = useHiddenBlocks(LIBRARY, kept, failWith, props.unkept, article.url);
  const undoSave = async () => {
    clear();
    await highlights.removeBringer();
    saving.undo();
  };
  const undo = () => void undoSave();
  const undoLast = highlights.removed ? highlights.undoRemove : isFresh && undo;

  const actions: ReaderActions = {
    save,
    ...(undoLast ? { undo: undoLast } : {}),
    list: () => void send('tab.open-list', {}).catch(failWith),
    original: close,
    'pick-block': () => void props.pick().catch(failWith),
    close,
  };
  return (
    <Reader
      parts={parts}
      article={article}
      arriveAt={completeness.arriveAt}
      preferences={preferences}
      save={saving.state.kind === 'saved' ? { ...saving.state, undo } : saving.state}
      actions={actions}
      toggleKey={null}
      start={kept?.position ?? session}
      onPlace={(position) => keepPlace(article.url, saving.saved, position)}
      highlights={highlights.tools}
      hiding={hiding}
      undone={undoneCount}
      notice={overlayNotice({
        ...props,
        ...parts,
        saving,
        completeness,
        showAll,
        pages,
        fail: failWith,
        closeProblem: clear,
        // What is kept already stays as it is: this says that it may be changed.
        consent: () => void LIBRARY.save(article, { consent: true }).then(again.current, failWith),
        receipt: told === freshId ? null : receipt,
        keepRest,
        closeReceipt: () => setTold(freshId),
        removed: highlights.removed,
        undoRemove: highlights.undoRemove,
      })}
    />
  );
}
