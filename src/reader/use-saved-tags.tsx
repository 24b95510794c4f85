import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Library, TagChange } from '../model/library.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { isolateName } from '../model/text/isolate-name.ts';
import type { Words } from '../model/words.ts';
import { lazyComponent } from '../ui/lazy-component.tsx';
import { type Undo, type Undoable, useUndo } from '../ui/list/actions/use-undo.ts';
import { WordsProvider } from '../ui/list/words-context.ts';
import { focusShownMain } from './focus-shown-main.ts';
import { areTagsInAddress, idInAddress } from './open-early.ts';

const TagPanel = lazyComponent(async () => (await import('../ui/list/tags/tag-panel.tsx')).TagPanel);

type Change = Required<TagChange>;

export interface SavedTags extends Pick<Undo, 'notice' | 'hold'> {
  /** The dialog; null while it is closed. */
  dialog: JSX.Element | null;
  open(): void;
  /** Takes the last change back, after waiting for it; null where there is none. */
  undo: (() => void) | null;
  /** Something else was done, and Undo is now for that. */
  leave(): void;
}

interface TagReport {
  /** Called before each change: earlier offers are outdated then. */
  begin(): void;
  /** Waits for the work, and reports it if it fails. */
  attempt(work: Promise<unknown>, done?: () => void): void;
  /** A change was taken back. */
  undone(): void;
}

/** The tags of a saved article while it is read: the dialog that sets them, and the way back. */
export function useSavedTags(
  library: Library,
  item: SavedMetadata,
  words: Words,
  { begin, attempt, undone }: TagReport,
): SavedTags {
  const [isOpen, setOpen] = useTagsInAddress(item);
  const noteFocus = useReturnedFocus(isOpen);
  const { notice, offer, take, hold } = useUndo(library);
  /** The change that is still being made, for which Undo waits. */
  const [pending, setPending] = useState<Promise<unknown> | null>(null);
  /** `change` says which tags were really added and removed. */
  const undoable = (change: Change): Undoable => ({
    text: words.count('listTagged', 1, isolateName(item.title, words.dir)),
    undo() {
      const work = library.changeTags([item.id], { add: change.remove, remove: change.add });
      attempt(work, undone);
      return work.then(
        () => null,
        () => undoable(change),
      );
    },
  });
  const make = (change: Change) => {
    const work = library.changeTags([item.id], change);
    attempt(work);
    const made = work.then(
      () => undoable(change),
      () => null,
    );
    offer(made);
    setPending(made);
    void made.then(() => setPending((now) => (now === made ? null : now)));
  };
  return {
    dialog: isOpen ? (
      <WordsProvider value={words}>
        <TagPanel
          library={library}
          items={[item]}
          onDone={(change) => {
            if (change.add.length + change.remove.length === 0) return;
            begin();
            make(change);
          }}
          onClose={() => setOpen(false)}
          // The article's keys rest while the dialog is open, or is waited for.
          onUnloaded={(thrown) => {
            setOpen(false);
            attempt(Promise.reject(thrown));
          }}
        />
      </WordsProvider>
    ) : null,
    open() {
      noteFocus();
      setOpen(true);
    },
    undo:
      notice || pending
        ? () => {
            setPending(null);
            take();
          }
        : null,
    leave() {
      setPending(null);
      offer(Promise.resolve(null));
    },
    notice,
    hold,
  };
}

/**
 * Whether the dialog is open: at first if the address asks for it, once. The address is then that of the article, so
 * that the page can be loaded again without it.
 */
function useTagsInAddress({ place }: SavedMetadata): [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(() => areTagsInAddress() && place !== 'deleted');
  useLayoutEffect(() => {
    if (areTagsInAddress()) history.replaceState(history.state, '', `#${idInAddress()}`);
  }, []);
  return [isOpen, setOpen];
}

/**
 * Gives the focus back to what had it when the returned function was called, or to the text. A dialog that is removed
 * while it is open leaves it nowhere. To be called before the dialog is drawn, which may have the focus at once.
 */
function useReturnedFocus(isOpen: boolean): () => void {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!isOpen) return;
    return () => {
      const { current } = before;
      before.current = null;
      const isThere = current instanceof HTMLElement && current.isConnected && current !== document.body;
      if (isThere) current.focus({ preventScroll: true });
      else focusShownMain();
    };
  }, [isOpen]);
  return () => {
    before.current = document.activeElement;
  };
}
