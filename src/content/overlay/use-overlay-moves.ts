import { useRef, useState } from 'preact/hooks';
import { sendFromPage } from '../../messaging/send-from-page.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import type { ReaderActions } from '../../ui/reader/reader-actions.ts';
import type { Saving } from '../../ui/reader/use-saving.ts';

/** A move that was made here. It is an object so that the same move made again after Undo is a different one. */
interface Move {
  /** While the article is being saved it is a promise, which gives null if the save failed or was taken back. */
  id: string | Promise<string | null>;
  to: 'archive' | 'deleted';
  /** The library has been asked since whether the move is done. */
  isDone?: boolean;
}

interface MoveReport {
  /** Called before each move and each Undo: earlier messages and offers are outdated then. */
  begin: () => void;
  fail: (thrown: unknown) => void;
  /** A move was taken back. */
  undone: () => void;
}

export interface Moves {
  /** Archive and Delete, where the kept article can be moved there now. */
  actions: ReaderActions;
  /** Where the article was moved from here; null for nowhere, and where another window has moved it since. */
  movedTo: Move['to'] | null;
  undoMove: () => void;
  /** Fulfilled once every move, and every Undo of one, that was begun until now is over. */
  turn: Promise<void>;
}

/**
 * Archives and deletes the article that is `kept` of the page or is being saved, and takes that back. A move counts at
 * once; then the library is asked what is kept, as it is when the person comes back to the page.
 *
 * Nothing is offered while the page `isElsewhere`, because it may then not change this article. Once a deleted article
 * has been saved again, Undo is for the save.
 */
export function useOverlayMoves(
  kept: SavedMetadata | null,
  isElsewhere: boolean,
  { state, find, ensureSaved }: Pick<Saving, 'state' | 'find' | 'ensureSaved'>,
  report: MoveReport,
): Moves {
  const [last, setLast] = useState<Move | null>(null);
  const turn = useRef(Promise.resolve());
  /** One after the other, so that an Undo does not overtake what it undoes. Does nothing if nothing is kept by then. */
  const inTurn = (which: Move['id'], work: (id: string) => Promise<void>, onFailed: () => void) => {
    report.begin();
    turn.current = turn.current
      .then(() => which)
      .then((id) => (id ? work(id) : setLast(null)))
      .catch((thrown) => {
        onFailed();
        report.fail(thrown);
        // It may have been done after all: only the answer is missing.
        void find();
      });
  };
  const moveTo = (to: Move['to']) => () => {
    // The key may be pressed right after Save, before the save is answered and the page looked up. It must not be lost.
    const made: Move = { id: kept?.id ?? ensureSaved(false), to };
    const put = (next: Move | null) => setLast((now) => (now === made ? next : now));
    setLast(made);
    inTurn(
      made.id,
      async (id) => {
        await sendFromPage('article.move', { ids: [id], place: to });
        // If the library does not answer, the move counts.
        if ((await find()) !== undefined) put({ id, to, isDone: true });
      },
      () => put(null),
    );
  };
  // An article with another id was saved after this one had been removed for good.
  const place = kept ? kept.id === last?.id && kept.place : state.kind === 'unsaved' && 'deleted';
  const movedTo = last && (!last.isDone || place === last.to) ? last.to : null;
  const undoMove = () => {
    if (!last) return;
    const { to } = last;
    setLast(null);
    inTurn(
      last.id,
      async (id) => {
        // Only if it is still in the archive: another window may have moved it since.
        await (to === 'archive'
          ? sendFromPage('article.move', { ids: [id], place: 'list', from: [to] })
          : sendFromPage('article.restore', { ids: [id] }));
        const found = await find();
        if (found?.id === id && found.place !== to) report.undone();
      },
      () => setLast((now) => now ?? last),
    );
  };
  const isLeft = (kept || state.kind !== 'unsaved') && !isElsewhere && movedTo !== 'deleted';
  return {
    actions: {
      ...(isLeft && kept?.place !== 'archive' && !movedTo && { archive: moveTo('archive') }),
      ...(isLeft && { delete: moveTo('deleted') }),
    },
    movedTo,
    undoMove,
    turn: turn.current,
  };
}
