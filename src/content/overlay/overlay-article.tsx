import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type PageLibrary, pageLibrary } from '../../messaging/page-library.ts';
import type { Output } from '../../messaging/protocol.ts';
import { sendFromPage } from '../../messaging/send-from-page.ts';
import type { Article } from '../../model/article.ts';
import { asRectoError } from '../../model/errors/as-recto-error.ts';
import type { ErrorCode } from '../../model/errors/error-code.ts';
import type { Library } from '../../model/library.ts';
import type { PictureReceipt } from '../../model/pictures/picture.ts';
import type { ReadingPosition } from '../../model/reading-position.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import { type UnkeptHiding, useHiddenBlocks } from '../../ui/reader/hiding/use-hidden-blocks.ts';
import { Reader } from '../../ui/reader/reader.tsx';
import type { ReaderActions } from '../../ui/reader/reader-actions.ts';
import type { ReaderPreferences, ReaderSurfaceParts } from '../../ui/reader/reader-surface.ts';
import { type Saving, useSaving } from '../../ui/reader/use-saving.ts';
import { useReceipt } from '../../ui/receipt-line.tsx';
import { watchReturn } from '../../ui/watch-return.ts';
import type { OverlayCommands } from './overlay-commands.ts';
import { overlayNotice } from './overlay-notice.tsx';
import { useCompleteness, usePages, useRememberedChoice, useShowAll } from './use-completeness.ts';
import { type HighlightReport, type OverlayHighlights, useOverlayHighlights } from './use-overlay-highlights.ts';
import { useOverlayMoves } from './use-overlay-moves.ts';

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

/**
 * The library for the page in this tab. The background takes the page from the tab, never from the overlay; if the tab
 * is at another page by then, there is no answer. Changes made in other windows are looked up when the person comes
 * back.
 */
const LIBRARY: PageLibrary & Pick<Library, 'find'> = {
  ...pageLibrary,
  find: (url) => sendFromPage('page.saved', { url }),
  watch: (onChange, signal) => watchReturn(() => onChange({ ids: null }), signal),
};

/** The background's answer, asked for once it is `wanted`. Null until it is there, and when there is none. */
function useAnswer<Name extends 'page.position' | 'page.toggle-key'>(name: Name, wanted = true): Output<Name> | null {
  const [answer, setAnswer] = useState<Output<Name> | null>(null);
  useEffect(() => {
    if (wanted) void sendFromPage(name, {}).then(setAnswer, () => undefined);
  }, [wanted]);
  return answer;
}

/** A place that cannot be stored is not worth a message. */
function keepPlace(url: string, saved: SavedMetadata | null | undefined, position: ReadingPosition): void {
  const keeping =
    saved?.kind === 'article'
      ? sendFromPage('article.position', { id: saved.id, position })
      : sendFromPage('page.keep-position', { url, position });
  void keeping.catch(() => undefined);
}

/**
 * Functions to close a problem and to report one, and a reference to what repeats the work that it prevented, for when
 * the person has answered its question.
 */
function useProblem(setProblem: OverlayArticleProps['setProblem']) {
  const clear = () => setProblem(null);
  const again = useRef(clear);
  const fail = (thrown: unknown, retry = clear) => {
    again.current = retry;
    setProblem(asRectoError(thrown).code);
  };
  return [clear, fail, again] as const;
}

/** The moves of the `kept` article, the way back from a save, and Undo, which takes back whichever was done last. */
function useUndo(
  saving: Saving,
  highlights: OverlayHighlights,
  kept: SavedMetadata | null,
  isElsewhere: boolean,
  report: HighlightReport,
) {
  const begin = () => {
    report.begin();
    highlights.leave();
  };
  const moves = useOverlayMoves(kept, isElsewhere, saving, { ...report, begin });
  // If it was moved since, Undo is for the move. While the page is elsewhere it cannot undo the move, and Undo is for
  // nothing.
  const isFresh = saving.state.kind === 'saved' && saving.state.fresh && !moves.movedTo;
  const undo = () => {
    report.begin();
    // After the moves up to here, or what they move or put back would stay. Those pressed later wait for this.
    saving.undo(() => moves.turn.then(highlights.removeBringer));
  };
  const undoSave = (isFresh || saving.state.kind === 'saving') && !highlights.hasNew && undo;
  const undoMove = !isElsewhere && moves.undoMove;
  const undoLast = highlights.isLast ? highlights.undoHighlight : moves.movedTo ? undoMove : undoSave;
  return { moves, isFresh, undo, undoLast };
}

/**
 * Opens the kept article, or the one being saved, with the dialog of its tags. That is in Recto's own tab: a page hears
 * what is typed over it, and in Firefox could read the tags of the library.
 */
async function openTags({ ensureSaved }: Saving): Promise<void> {
  const id = await ensureSaved(false);
  if (id) await sendFromPage('tab.open-saved', { id, tags: true });
}

/** Lets the browser's shortcut save what is shown, and the popup show it. */
function useCommands(commands: OverlayCommands, save: () => true, article: Article): void {
  // Before the paint, so that a shortcut pressed as soon as the article is visible is not lost.
  useLayoutEffect(() => {
    Object.assign(commands, { save, article });
    return () => void Object.assign(commands, { save: null, article: null });
  });
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
  // Where a page that is not saved was left earlier in this session.
  const session = useAnswer('page.position', saving.saved === null);
  const toggleKey = useAnswer('page.toggle-key');
  const [clear, fail, again] = useProblem(props.setProblem);
  const save = () => {
    clear();
    saving.save();
    return true as const;
  };
  useCommands(props.commands, save, article);
  const kept = saving.saved?.kind === 'article' ? saving.saved : null;
  const report = { begin: clear, fail, undone };
  const highlights = useOverlayHighlights(LIBRARY, saving, preferences.settings, report);
  const { moves, isFresh, undo, undoLast } = useUndo(saving, highlights, kept, props.moved, report);
  const receipt = useFreshReceipt(LIBRARY, isFresh ? (kept?.id ?? null) : null, clear, fail);
  const hiding = useHiddenBlocks(LIBRARY, kept, fail, { all: props.unkept, address: article.url });

  const actions: ReaderActions = {
    save,
    ...moves.actions,
    ...(undoLast && { undo: undoLast }),
    ...(moves.actions.delete && { tags: () => void openTags(saving).catch(fail) }),
    list: () => void sendFromPage('tab.open-list', {}).catch(fail),
    original: close,
    'pick-block': () => void props.pick().catch(fail),
    close,
  };
  return (
    <Reader
      parts={parts}
      article={article}
      arriveAt={completeness.arriveAt}
      preferences={preferences}
      save={saving.state.kind === 'saved' ? { ...saving.state, fresh: isFresh, undo } : saving.state}
      actions={actions}
      toggleKey={toggleKey}
      start={kept?.position ?? session}
      onPlace={(position) => keepPlace(article.url, saving.saved, position)}
      highlights={highlights.tools}
      hiding={hiding}
      undone={undoneCount}
      notice={overlayNotice({
        ...props,
        ...parts,
        ...{ saving, completeness, showAll, pages, fail },
        closeProblem: clear,
        // A kept article stays as it is: this only allows changes to it.
        consent: () => void LIBRARY.save(article, { consent: true }).then(again.current, fail),
        ...receipt,
        ...highlights,
        ...moves,
      })}
    />
  );
}

interface FreshReceipt {
  /** Null until it is known, and once nothing more is to be said about it. */
  receipt: PictureReceipt | null;
  /** Tries again to keep the pictures that were not. */
  keepRest: () => void;
  closeReceipt: () => void;
}

/**
 * How many pictures of the article that was just saved are kept. `freshId` is null when none was saved just now.
 * `begin` is called before each attempt.
 */
function useFreshReceipt(
  library: PageLibrary,
  freshId: string | null,
  begin: () => void,
  fail: (thrown: unknown) => void,
): FreshReceipt {
  const [askedAgain, setAskedAgain] = useState(0);
  /** The save about whose pictures nothing more is to be said. */
  const [told, setTold] = useState<string | null>(null);
  const receipt = useReceipt(library.pictureReceipt, freshId, askedAgain);
  return {
    receipt: told === freshId ? null : receipt,
    keepRest: () => {
      begin();
      if (freshId) void library.keepPictures(freshId).then(() => setAskedAgain(askedAgain + 1), fail);
    },
    closeReceipt: () => setTold(freshId),
  };
}
